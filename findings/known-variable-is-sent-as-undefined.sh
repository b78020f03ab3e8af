#!/usr/bin/env bash
# Finding: a variable that the check calls known is sent as the word "undefined"
#
# Package:   @chatwoot/utils 0.0.55
# Guess:     if getUndefinedVariablesInMessage finds nothing, replaceVariablesInMessage fills every variable with its value.
# Behaviour: the replacement asks for the name as it is written and then reads the value of the name in small letters. A
#            known name with a capital in it ("orderNumber") becomes "undefined" in the text. A value of 0 and an empty
#            name count as no value and are dropped without a word, while the check, which compares with undefined, lets
#            all of these pass.
# Seen:      Order {{contact.custom_attribute.orderNumber}} is on its way. -> Order undefined is on its way. (unknown: none)
#            You owe us {{contact.custom_attribute.balance}} euros. -> You owe us  euros. (unknown: none)
# Matters:   canned responses are sent to customers hundreds of times a day without being read again. Whoever fills variables
#            has to check the filled text with the same function that fills it. Perch returns what is missing together
#            with the text, and refuses to send while anything is.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent @chatwoot/utils@0.0.55

cat > run.cjs <<'JS'
const assert = require('node:assert/strict');
const { getUndefinedVariablesInMessage, replaceVariablesInMessage } = require('@chatwoot/utils');

const variables = {
  'contact.custom_attribute.ordernumber_of_shop': '48213',
  'contact.custom_attribute.orderNumber': '48213',
  'contact.custom_attribute.balance': 0,
};
function fill(message) {
  const filled = replaceVariablesInMessage({ message, variables });
  const unknown = getUndefinedVariablesInMessage({ message, variables });
  console.log(`${message} -> ${filled} (unknown: ${unknown.join(', ') || 'none'})`);
  return [filled, unknown];
}
assert.deepEqual(fill('Order {{contact.custom_attribute.ordernumber_of_shop}}.'), ['Order 48213.', []]);
assert.deepEqual(fill('Order {{contact.custom_attribute.orderNumber}} is on its way.'), [
  'Order undefined is on its way.',
  [],
]);
assert.deepEqual(fill('You owe us {{contact.custom_attribute.balance}} euros.'), ['You owe us  euros.', []]);
assert.deepEqual(fill('{{contact.shoe_size}}'), ['', ['contact.shoe_size']]);
JS
node run.cjs
