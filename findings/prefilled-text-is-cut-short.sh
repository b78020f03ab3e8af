#!/usr/bin/env bash
# Finding: encodeURIComponent makes addresses that X cuts short
#
# Package:   twitter-text 3.1.0
# Guess:     An address whose query was escaped with encodeURIComponent is one link, whatever the text in it.
# Behaviour: encodeURIComponent leaves ! ' ( ) * . ~ as they are, and twitter-text ends an address before punctuation: a text that
#            ends in "!", "." or "*", or has a closing parenthesis at its end, is cut there. Escape these signs as well.
# Seen:      text "Really!"       the link ends in text=Really
#            text "Hello (again)" the link ends in text=Hello%20(again
#            text "Really!"       all signs escaped: the whole address
# Matters:   A link that opens a private message with words in it (x.com/messages/compose?recipient_id=...&text=...) loses the
#            end of these words, and the rest stands behind the link in the post.

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

const start = 'https://x.com/messages/compose?recipient_id=42&text=';
const escapeAll = (text) =>
  encodeURIComponent(text).replace(/[!'()*.~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function check(text, escape, end) {
  const [link] = twitterText.extractUrls(`Write here: ${start}${escape(text)}`);
  console.log(`${JSON.stringify(text)} ${link.slice(start.length)}`);
  assert.equal(link, start + end);
}

check('Really!', encodeURIComponent, 'Really');
check('Hello (again)', encodeURIComponent, 'Hello%20(again');
check('what*', encodeURIComponent, 'what');
check('Really!', escapeAll, 'Really%21');
check('Hello (again)', escapeAll, 'Hello%20%28again%29');
JS
node run.mjs
