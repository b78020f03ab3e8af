#!/usr/bin/env bash
# Finding: asking a conversation of an archive twice for the same period finds more the second time
#
# Package:   twitter-archive-reader 7.3.3 (the reader of X's downloaded archives that npm has)
# Guess:     `conversation.between(since, until)` returns the private messages between two dates, and leaves the dates
#            that it is given as they are.
# Behaviour: to include the last day, it adds a day to the caller's own `until`, and never takes it back. Whoever keeps the
#            two dates, and asks another conversation or the same one again, asks each time about one day more.
# Seen:      3 to 3 March, asked three times: 2, 3, 4 messages; `until` is 6 March now
# Matters:   counts of messages by period that are made with it, such as those by which an import is checked, differ by the
#            order of the conversations. Perch's dates are numbers, and its own import is checked by what was stored.

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

// One message at noon of each day from 3 to 7 March, as X writes them.
const messages = [3, 4, 5, 6, 7].map((day) => ({
  messageCreate: { id: `${day}`, senderId: '2', recipientId: '1', text: 'hello', createdAt: `2025-03-0${day}T12:00:00.000Z`, mediaUrls: [], urls: [] },
}));
const archive = new reader.DMArchive('1');
archive.add([{ dmConversation: { conversationId: '1-2', messages } }]);
const [conversation] = archive.all;

const since = new Date('2025-03-03T00:00:00.000Z');
const until = new Date('2025-03-03T23:00:00.000Z');
const found = [1, 2, 3].map(() => conversation.between(since, until).length);
console.log(`3 to 3 March, asked three times: ${found.join(', ')} messages; until is ${until.toISOString()} now`);
assert.deepEqual(found, [2, 3, 4]);
assert.equal(until.toISOString(), '2025-03-06T23:00:00.000Z');
JS
TZ=UTC node run.mjs
