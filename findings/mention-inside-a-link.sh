#!/usr/bin/env bash
# Finding: extractMentions() finds people inside links
#
# Package:   twitter-text 3.1.0
# Guess:     extractMentions(text) gives the mentions among extractEntitiesWithIndices(text), only shorter.
# Behaviour: only the second one drops what lies within a link. So a link to a video channel or a Mastodon profile is
#            a mention for one and a link for the other. With one more path segment the first function takes the pair
#            for a list and gives nothing. extractHashtags() does not look into links.
# Seen:      https://example.com/@brand        extractMentions brand, entities: url
#            https://example.com/@brand/video  extractMentions -, entities: url
#            https://example.com/#brand        extractHashtags -, entities: url
# Matters:   a post that only links to somebody's channel lands in the queue as a mention of a brand with that
#            handle, or a search for mentions counts it, while X itself names no mention in its entities.

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

function check(name, text, expected) {
  const alone = twitterText[name](text);
  const entities = twitterText.extractEntitiesWithIndices(text).flatMap((entity) => Object.keys(entity)[0]);
  console.log(`${text.padEnd(34)}${name} ${alone.join() || '-'}, entities: ${entities}`);
  assert.deepEqual(alone, expected);
  assert.deepEqual(entities, ['url']);
}

check('extractMentions', 'https://example.com/@brand', ['brand']);
check('extractMentions', 'https://example.com/@brand/video', []);
check('extractHashtags', 'https://example.com/#brand', []);
JS
node run.mjs
