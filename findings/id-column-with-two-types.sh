#!/usr/bin/env bash
# Finding: the ids of X come out of a CSV file rounded, or in two types
#
# Packages:  csv-parse 7.0.3 (`cast`), papaparse 5.7.1 (`dynamicTyping`)
# Guess:     both options do the same: what is a number and can be one becomes a number, and a column has one type.
# Behaviour: csv-parse turns every id of today into another one, as it does not look whether the number is exact, and
#            takes the plus and the zeros off phone numbers. papaparse leaves what is beyond 2^53 a string, so within
#            one column old posts have numbers and new ones strings; it keeps the plus, but not the zeros.
# Seen:      csv-parse: 20 (number) | 1845678901234568000 (number) | phones 31612345678, 31612345678
#            papaparse: 20 (number) | "1845678901234567891" (string) | phones "+31612345678", 31612345678
# Matters:   an archive or an export of X is a file of ids. A rounded id points to somebody else's post or to none; in
#            a column of two types, a Map or `===` finds the new posts and not the old ones.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent csv-parse@7.0.3 papaparse@5.7.1

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import Papa from 'papaparse';

const file = 'id,phone\n20,+31612345678\n1845678901234567891,0031612345678';
const parsed = {
  'csv-parse': parse(file, { columns: true, cast: true }),
  papaparse: Papa.parse(file, { header: true, dynamicTyping: true }).data,
};
for (const [name, rows] of Object.entries(parsed)) {
  const ids = rows.map(({ id }) => `${JSON.stringify(id)} (${typeof id})`).join(' | ');
  console.log(`${name}: ${ids} | phones ${rows.map(({ phone }) => JSON.stringify(phone)).join(', ')}`);
}
assert.deepEqual(parsed['csv-parse'], [
  { id: 20, phone: 31612345678 },
  { id: 1845678901234568000, phone: 31612345678 },
]);
assert.deepEqual(parsed.papaparse, [
  { id: 20, phone: '+31612345678' },
  { id: '1845678901234567891', phone: 31612345678 },
]);
JS
node run.mjs
