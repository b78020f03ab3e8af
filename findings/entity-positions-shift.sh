#!/usr/bin/env bash
# Finding: entity positions mean two things in one library, and drawing a post changes them
#
# Package:   twitter-text 3.1.0, with entities as X gives them
# Guess:     autoLinkEntities(text, entities) and autoLinkWithJSON(text, json) are two spellings of one function, and
#            both leave their arguments as they are.
# Behaviour: the first counts UTF-16 units, the second code points, as X does. With two emoji in front the first puts
#            the link two units early, in the middle of an emoji. The second converts the positions in the caller's
#            own object, so that the same post drawn twice is right once and shifted from then on.
# Seen:      text "🚲🚲 @brand where is my bike?", mention at 3 to 9
#            autoLinkEntities:        link "\udeb2brand", then "nd where is my bike?"
#            autoLinkWithJSON:        link "brand", then " where is my bike?"
#            autoLinkWithJSON again:  link "rbrand", then "here is my bike?"; positions have become 7 to 13
# Matters:   entities are stored with the message and used at every drawing. Posts of customers with an emoji, which
#            are many, get links on the wrong words, and stored positions are ruined in memory by being shown.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent twitter-text@3.1.0

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import twitterText from 'twitter-text';

const text = '🚲🚲 @brand where is my bike?';
const linked = (html) => /<a [^>]*>(.*?)<\/a>(.*)/s.exec(html).slice(1);

const units = twitterText.autoLinkEntities(text, [{ screenName: 'brand', indices: [3, 9] }]);
console.log('autoLinkEntities:       ', JSON.stringify(linked(units)));
assert.equal(units.isWellFormed(), false);

const json = { user_mentions: [{ screen_name: 'brand', indices: [3, 9] }] };
const first = linked(twitterText.autoLinkWithJSON(text, json));
console.log('autoLinkWithJSON:       ', JSON.stringify(first));
assert.deepEqual(first, ['brand', ' where is my bike?']);

const second = linked(twitterText.autoLinkWithJSON(text, json));
console.log('autoLinkWithJSON again: ', JSON.stringify(second), 'positions', json.user_mentions[0].indices.join());
assert.deepEqual(second, ['rbrand', 'here is my bike?']);
assert.deepEqual(json.user_mentions[0].indices, [7, 13]);
JS
node run.mjs
