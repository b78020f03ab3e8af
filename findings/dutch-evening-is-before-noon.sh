#!/usr/bin/env bash
# Finding: in Dutch "tomorrow evening at 8" is eight in the morning, although the evening alone is understood
#
# Package:   chrono-node 2.10.3
# Guess:     the part of the day decides what an hour beside it means, as in English, German and French.
# Behaviour: it does if the two are written apart, "morgen avond om 8 uur", which is a spelling mistake. In the word
#            as it is spelled, "morgenavond", and after "'s avonds", the hour replaces the evening: the result is
#            twelve hours early, covers the whole text, and its hour counts as certain. An afternoon ends up at
#            night in either spelling.
# Seen:      en: "tomorrow evening at 8" -> 20:00
#            de: "morgen Abend um 8 Uhr" -> 20:00
#            fr: "demain soir à 8h" -> 20:00
#            nl: "morgen avond om 8 uur" -> 20:00
#            nl: "morgenavond" -> 20:00
#            nl: "morgenavond om 8 uur" -> 08:00, hour certain, matched all of it
#            nl: "om 9 uur 's avonds" -> 09:00, hour certain, matched all of it
#            nl: "morgenmiddag om 3 uur" -> 03:00, hour certain, matched all of it
# Matters:   a conversation snoozed until tomorrow evening is back in the morning, or the time counts as past and is
#            refused. Taking only results that cover the whole text, which keeps other mistakes of this kind out, does
#            not help here. Perch puts such hours on the clock of 24 hours before (src-renderer/ui/readMoment.ts).

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent chrono-node@2.10.3

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import * as de from 'chrono-node/de';
import * as en from 'chrono-node/en';
import * as fr from 'chrono-node/fr';
import * as nl from 'chrono-node/nl';

const parsers = { de, en, fr, nl };
const friday = new Date(2026, 10, 27, 7);

function read(language, text) {
  const [found, ...others] = parsers[language].parse(text, friday, { forwardDate: true });
  assert.equal(others.length, 0);
  const hour = found.start.date().toTimeString().slice(0, 5);
  const isWhole = found.start.isCertain('hour') && found.text === text;
  return { hour, isWhole };
}

const right = [
  ['en', 'tomorrow evening at 8'],
  ['de', 'morgen Abend um 8 Uhr'],
  ['fr', 'demain soir à 8h'],
  ['nl', 'morgen avond om 8 uur'],
  ['nl', 'morgenavond'],
];
for (const [language, text] of right) {
  const { hour } = read(language, text);
  console.log(`${language}: "${text}" -> ${hour}`);
  assert.equal(hour, '20:00');
}

const wrong = [
  ['morgenavond om 8 uur', '08:00'],
  ["om 9 uur 's avonds", '09:00'],
  ['morgenmiddag om 3 uur', '03:00'],
];
for (const [text, seen] of wrong) {
  const { hour, isWhole } = read('nl', text);
  console.log(`nl: "${text}" -> ${hour}${isWhole ? ', hour certain, matched all of it' : ''}`);
  assert.deepEqual({ hour, isWhole }, { hour: seen, isWhole: true });
}
JS
node run.mjs
