#!/usr/bin/env bash
# Finding: the day after tomorrow is tomorrow in French, Spanish and Portuguese, and today in Dutch
#
# Package:   chrono-node 2.10.3
# Guess:     a parser of dates in words reads the ordinary word for the day after tomorrow in every language that it
#            offers, as it does in English and German; what it does not know gives no result.
# Behaviour: it finds the word for tomorrow inside "après-demain", "pasado mañana" and "depois de amanhã", and of
#            "overmorgen om 10 uur" only the hour. The result is a date that looks certain, a day or two too early;
#            nothing but the length of the matched text tells.
# Seen:      en: "the day after tomorrow at 10am" -> 29 Nov, matched all of it
#            de: "übermorgen um 10 Uhr" -> 29 Nov, matched all of it
#            fr: "après-demain à 10h" -> 28 Nov, matched "demain à 10h"
#            es: "pasado mañana" -> 28 Nov, matched "mañana"
#            pt: "depois de amanhã" -> 28 Nov, matched "amanhã"
#            nl: "overmorgen om 10 uur" -> 27 Nov, matched "om 10 uur"
# Matters:   snoozes and reminders in words, which this field's tools offer: the conversation comes back on the wrong
#            day, and only for those who do not write English. Perch takes a result only if it matches the whole
#            text, and writes these words out before (src-renderer/ui/readMoment.ts).

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent chrono-node@2.10.3

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import * as chrono from 'chrono-node';

const friday = new Date(2026, 10, 27, 15, 30);

function check(language, text, day, matched = text) {
  const [found] = chrono[language].parse(text, friday);
  const seen = { day: found.start.date().getDate(), matched: found.text };
  console.log(`${language}: "${text}" -> ${seen.day} Nov, matched ${matched === text ? 'all of it' : `"${seen.matched}"`}`);
  assert.deepEqual(seen, { day, matched });
}

check('en', 'the day after tomorrow at 10am', 29);
check('de', 'übermorgen um 10 Uhr', 29);
check('fr', 'après-demain à 10h', 28, 'demain à 10h');
check('es', 'pasado mañana', 28, 'mañana');
check('pt', 'depois de amanhã', 28, 'amanhã');
check('nl', 'overmorgen om 10 uur', 27, 'om 10 uur');
JS
node run.mjs
