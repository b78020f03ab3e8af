#!/usr/bin/env bash
# Finding: the second phone number of a message becomes the extension of the first
#
# Package:   libphonenumber-js 1.13.16
# Guess:     findPhoneNumbersInText("0612345678, 0687654321") finds two numbers. "or" between them gives two.
# Behaviour: a comma or a semicolon announces an extension, as on old dialling lists, and up to nine digits after it
#            are one. The second number is swallowed, without its last digit. So are a postcode, an order number and
#            a count; each gives a valid number with an extension that nobody has. A time right after a number makes
#            it vanish if the number is written with a space.
# Seen:      "0612345678, 0687654321"          +31612345678 ext. 068765432
#            "0612345678 or 0687654321"        +31612345678 | +31687654321
#            "Call 06-12345678, 3011 AB"       +31612345678 ext. 3011
#            "0612345678, 12 calls by now"     +31612345678 ext. 12
#            "06 12345678 12:30"               nothing
# Matters:   customers write two numbers, or a number and an address, into one private message. A program that marks
#            numbers, blanks them out of a report or files them with the customer loses the second number and
#            leaves one digit of it in the clear.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent libphonenumber-js@1.13.16

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { findPhoneNumbersInText } from 'libphonenumber-js';

function check(text, expected) {
  const found = findPhoneNumbersInText(text, { defaultCountry: 'NL' }).map(({ number }) => {
    assert.ok(number.isValid());
    return number.ext ? `${number.number} ext. ${number.ext}` : number.number;
  });
  console.log(JSON.stringify(text).padEnd(34), found.join(' | ') || 'nothing');
  assert.deepEqual(found, expected);
}

check('0612345678, 0687654321', ['+31612345678 ext. 068765432']);
check('0612345678 or 0687654321', ['+31612345678', '+31687654321']);
check('Call 06-12345678, 3011 AB', ['+31612345678 ext. 3011']);
check('0612345678, 12 calls by now', ['+31612345678 ext. 12']);
check('06 12345678 12:30', []);
JS
node run.mjs
