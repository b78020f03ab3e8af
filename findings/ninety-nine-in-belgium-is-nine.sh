#!/usr/bin/env bash
# Finding: ninety-nine is 9 in the French of Belgium and Switzerland, and zero is no number
#
# Package:   fr-compromise 0.2.8
# Guess:     a parser of French number words reads septante, huitante and nonante, which is how Belgium and Switzerland
#            say 70, 80 and 90; what it does not know gives no number. It reads zéro, the first of all number words.
# Behaviour: of "nonante-neuf" it reads the part after the hyphen and returns 9, without a sign that something was left
#            out. "nonante" alone and "zéro" are nothing. The French of France is right.
# Seen:      "quatre-vingt-dix-neuf" 99
#            "nonante-neuf"          9
#            "septante-deux"         2
#            "octante-trois"         3
#            "nonante"               nothing
#            "zéro"                  nothing
#            "0"                     0
# Matters:   scores, ages, sums and house numbers that customers write in words: a Belgian "nonante-neuf" becomes a 9,
#            which on a scale of ten is the best there is, and the worst score of all, "zéro", is lost. Both errors push
#            a Net Promoter Score up. Perch has word lists of its own
#            (src-main/engine/surveys/interpret/numberWords.ts).

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent fr-compromise@0.2.8

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import nlp from 'fr-compromise';

function check(text, expected) {
  const got = nlp(text).numbers().get();
  // Without numbers it returns an empty view instead of a list.
  const found = Array.isArray(got) ? got : [];
  console.log(JSON.stringify(text).padEnd(24), found.join(', ') || 'nothing');
  assert.deepEqual(found, expected);
}

check('quatre-vingt-dix-neuf', [99]);
check('nonante-neuf', [9]);
check('septante-deux', [2]);
check('octante-trois', [3]);
check('nonante', []);
check('zéro', []);
check('0', [0]);
JS
node run.mjs
