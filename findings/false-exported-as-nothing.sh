#!/usr/bin/env bash
# Finding: an export writes "false" as nothing, a date as a number, and leaves out columns
#
# Package:   csv-stringify 6.9.0, beside papaparse 5.7.1
# Guess:     true and false are written as words, a Date as ISO 8601, and with `header: true` every field of the
#            records has a column.
# Behaviour: true is "1", false is empty, just like null and undefined; a Date is its epoch milliseconds; the columns
#            are the fields of the first record, so a field that only later records have is dropped without an error.
#            papaparse writes "false" and ISO dates, but drops the column as well.
# Seen:      csv-stringify: id,answered,at / 1,,1773144000000 / 2,1,1773230400000 / 3,,1773316800000
#            papaparse:     id,answered,at / 1,false,2026-03-10T12:00:00.000Z / 2,true,... / 3,,...
#            the field `refusedBecause` of record 2 is in neither
# Matters:   in a report "not answered" and "not known" become the same empty cell, a spreadsheet counts neither, and
#            a reason that only refused replies have is missing if the first reply of the month went well.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent csv-stringify@6.9.0 papaparse@5.7.1

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { stringify } from 'csv-stringify/sync';
import Papa from 'papaparse';

const records = [
  { id: 1, answered: false, at: new Date('2026-03-10T12:00:00Z') },
  { id: 2, answered: true, at: new Date('2026-03-11T12:00:00Z'), refusedBecause: 'duplicate' },
  { id: 3, answered: null, at: new Date('2026-03-12T12:00:00Z') },
];
const print = (name, csv) => console.log(`${name} ${csv.trim().split(/\r?\n/).join(' / ')}`);

const written = stringify(records, { header: true });
print('csv-stringify:', written);
assert.equal(written, 'id,answered,at\n1,,1773144000000\n2,1,1773230400000\n3,,1773316800000\n');

const other = Papa.unparse(records, { newline: '\n' });
print('papaparse:    ', other);
assert.equal(
  other,
  'id,answered,at\n1,false,2026-03-10T12:00:00.000Z\n2,true,2026-03-11T12:00:00.000Z\n3,,2026-03-12T12:00:00.000Z',
);
JS
node run.mjs
