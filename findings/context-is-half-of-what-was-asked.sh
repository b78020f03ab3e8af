#!/usr/bin/env bash
# Finding: the context of a private message in an archive is half of what was asked for
#
# Package:   twitter-archive-reader 7.3.3 (the reader of X's downloaded archives that npm has)
# Guess:     `conversation.around(id, 20)` returns the 20 messages before a message and the 20 after it, as far as there are.
# Behaviour: it returns 10 and 10, and of an odd number the larger half: each step counts twice. With a context of 1, which
#            is right, nothing shows it.
# Seen:      of 100 messages around the 50th: asked 1, 2, 5, 20; got 1, 1, 3, 10 on each side
# Matters:   a tool that shows a hit of a search with what was said around it shows half of that, and the question to which a
#            message replies may be missing. Perch reads the messages around a hit from its own store.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent twitter-archive-reader@7.3.3

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import reader from 'twitter-archive-reader';

// A hundred messages, a minute apart, as X writes them.
const start = Date.UTC(2025, 2, 3);
const messages = Array.from({ length: 100 }, (_, n) => ({
  messageCreate: { id: `${1000 + n}`, senderId: n % 2 ? '1' : '2', recipientId: n % 2 ? '2' : '1', text: `message ${n}`, createdAt: new Date(start + n * 60_000).toISOString(), mediaUrls: [], urls: [] },
}));
const archive = new reader.DMArchive('1');
archive.add([{ dmConversation: { conversationId: '1-2', messages } }]);
const [conversation] = archive.all;

const asked = [1, 2, 5, 20];
const got = asked.map((context) => {
  const { before, after } = conversation.around('1050', context);
  assert.equal(before.length, after.length);
  return before.length;
});
console.log(`of ${conversation.length} messages around the 50th: asked ${asked.join(', ')}; got ${got.join(', ')} on each side`);
assert.equal(conversation.length, 100);
assert.deepEqual(got, [1, 1, 3, 10]);
JS
node run.mjs
