#!/usr/bin/env bash
# Finding: the variables of canned responses spell a customer's name anew, and cut surnames down to the last word
#
# Package:   @chatwoot/utils 0.0.55
# Guess:     {{contact.name}} is the name as the customer writes it, and first and last name together make it up, in the
#            same way for every function of the package.
# Behaviour: getMessageVariables gives every word of the name a capital, so that "Jan van den Berg" becomes "Jan Van Den
#            Berg". His last name is "Berg". splitName of the same package takes "Jan van den" for the first name. A name
#            that begins with a space has an empty first name.
# Seen:      "Jan van den Berg" -> "Jan Van Den Berg", "Jan" + "Berg"; splitName: "Jan van den" + "Berg"
#            "bell hooks" -> "Bell Hooks", "Bell" + "Hooks"; splitName: "bell" + "hooks"
#            " Anouk de Wit" -> " Anouk De Wit", "" + "Wit"; splitName: "Anouk de" + "Wit"
# Matters:   names with particles are ordinary in Dutch, French, Spanish and German, and people choose how their name on X
#            is written. A public reply that spells it otherwise looks careless, and "Dear Berg" is somebody else. Perch
#            keeps the spelling in {name}, and fills {firstName} only where it is certain
#            (src-main/engine/library/firstName.ts).

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent @chatwoot/utils@0.0.55

cat > run.cjs <<'JS'
const assert = require('node:assert/strict');
const { getMessageVariables, splitName } = require('@chatwoot/utils');

function read(name) {
  const variables = getMessageVariables({ conversation: { id: 1, meta: { sender: { name } } }, contact: {}, inbox: {} });
  const { firstName, lastName } = splitName(name);
  const filled = ['contact.name', 'contact.first_name', 'contact.last_name'].map((key) => variables[key]);
  const [whole, first, last] = filled;
  console.log(`"${name}" -> "${whole}", "${first}" + "${last}"; splitName: "${firstName}" + "${lastName}"`);
  return [...filled, firstName, lastName];
}

assert.deepEqual(read('Jan van den Berg'), ['Jan Van Den Berg', 'Jan', 'Berg', 'Jan van den', 'Berg']);
assert.deepEqual(read('bell hooks'), ['Bell Hooks', 'Bell', 'Hooks', 'bell', 'hooks']);
assert.deepEqual(read(' Anouk de Wit'), [' Anouk De Wit', '', 'Wit', 'Anouk de', 'Wit']);
JS
node run.cjs
