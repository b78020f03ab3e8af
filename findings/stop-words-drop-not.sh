#!/usr/bin/env bash
# Finding: stop words keep "not" in English and drop it in Dutch, French and German
#
# Package:   stopword 3.1.5
# Guess:     the lists of one package follow one idea of what carries no meaning; as the English one keeps "not" and
#            "no", the others keep their words for it.
# Behaviour: the Dutch list has "niet", "geen" and "zonder", the French "pas" and "sans", the German "nicht" and
#            "nie". The same complaint keeps its sense in one language and turns round in three.
# Seen:      eng: "i have not paid" -> "not paid"   "i have paid" -> "paid"
#            nld: "ik heb niet betaald" -> "betaald"   "ik heb betaald" -> "betaald"
#            fra: "je n ai pas payé" -> "payé"   "j ai payé" -> "payé"
#            deu: "ich habe nicht bezahlt" -> "bezahlt"   "ich habe bezahlt" -> "bezahlt"
# Matters:   search, topics and canned responses suggested for a message: "I have not received it" and "I have
#            received it" are one and the same text for a brand whose customers write Dutch, but not for the
#            developer who tried it in English.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent stopword@3.1.5

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import * as stopword from 'stopword';

function check(language, denied, stated, expected) {
  const strip = (text) => stopword.removeStopwords(text.split(' '), stopword[language]).join(' ');
  const kept = [denied, stated].map(strip);
  console.log(`${language}: "${denied}" -> "${kept[0]}"   "${stated}" -> "${kept[1]}"`);
  assert.deepEqual(kept, expected);
}

check('eng', 'i have not paid', 'i have paid', ['not paid', 'paid']);
check('nld', 'ik heb niet betaald', 'ik heb betaald', ['betaald', 'betaald']);
check('fra', 'je n ai pas payé', 'j ai payé', ['payé', 'payé']);
check('deu', 'ich habe nicht bezahlt', 'ich habe bezahlt', ['bezahlt', 'bezahlt']);
JS
node run.mjs
