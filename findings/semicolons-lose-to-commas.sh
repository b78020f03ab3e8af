#!/usr/bin/env bash
# Finding: a table of Excel with two columns is read by the commas of its sentences
#
# Package:   papaparse 5.7.1
# Guess:     without a `delimiter` it finds that of "Title;Text": the header has one semicolon and no comma.
# Behaviour: it takes the delimiter for which the rows vary least in their number of fields, and only one for which they have
#            more than 1.99 on average. In a table of two columns the header and one empty row are enough to fall below
#            that, and texts with as many commas each win. There is no error then; where nothing is found, it reads by
#            commas and reports `UndetectableDelimiter`. A line `sep=;`, which Excel writes and obeys, is one more row.
# Seen:      "Title;Text" over rows of a word and a sentence with two commas: delimiter ",", columns
#            "Late;Sorry", " we know", " wait", no errors.
# Matters:   canned responses are tables of a short name and a sentence, and Excel in most of Europe writes semicolons: an
#            import cuts the replies into pieces, or says that the columns are missing which the person sees in Excel.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent papaparse@5.7.1

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import Papa from 'papaparse';

const rows = ['Late;Sorry, we know, wait', 'Refund;It is done, check, please'];
const read = (lines) => Papa.parse(`${lines.join('\n')}\n`);
const print = (what, { meta, data, errors }) =>
  console.log(`${what}: by ${JSON.stringify(meta.delimiter)}, ${JSON.stringify(data[1])}, errors: ${errors.map(({ code }) => code).join() || 'none'}`);

const table = read(['Title;Text', ...rows]);
print('two columns', table);
assert.equal(table.meta.delimiter, ',');
assert.deepEqual(table.data[1], ['Late;Sorry', ' we know', ' wait']);
assert.deepEqual(table.errors, []);

const marked = read(['sep=;', 'Title;Text', 'Late;Sorry, it is late']);
print('with sep=;', marked);
assert.equal(marked.meta.delimiter, ',');
assert.deepEqual(marked.data[0], ['sep=;']);

const wide = read(['Title;Language;Text', 'Late;en;Sorry, we know, wait', 'Refund;en;It is done, check, please']);
print('three columns', wide);
assert.equal(wide.meta.delimiter, ';');
JS
node run.mjs
