#!/usr/bin/env bash
# Finding: a reader of X's archives drops what the archive lists, without an error
#
# Package:   twitter-archive-reader 7.3.3 (the reader of X's downloaded archives that npm has)
# Guess:     the manifest of an archive names all its files with the number of entries; a reader that parses the
#            manifest reads them, or says what it leaves out.
# Behaviour: the manifest is used for its date only. Files are looked for under names that are written in the code:
#            later parts of posts and of private messages are found, later parts of group messages are not, and
#            note-tweet.js, which has the whole text of long posts, is never opened. Nothing is emitted or thrown, and
#            the counts are those of what was read.
# Seen:      listed: 3 posts, 1 long text, 4 messages in 4 conversations
#            read: 3 posts, the long one as 280 of 500 characters, 3 messages in 3 conversations; no error
# Matters:   whoever moves years of conversations to Perch by way of such a reader loses group messages and the ends of
#            long posts for good, and no figure tells. Perch reads what the manifest names and reports what it skips.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent twitter-archive-reader@7.3.3 jszip@3.10.1

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import JSZip from 'jszip';
import reader from 'twitter-archive-reader';

const long = 'word '.repeat(100);
const at = '2025-06-03T19:32:20.000Z';
const post = (id, text) => ({
  tweet: { id, id_str: id, created_at: 'Tue Jun 03 19:32:20 +0000 2025', full_text: text, entities: {} },
});
const message = (conversationId, id) => ({
  dmConversation: {
    conversationId,
    messages: [{ messageCreate: { id, senderId: '1', recipientId: '2', text: 'hello', createdAt: at, mediaUrls: [], urls: [] } }],
  },
});

// As X writes them: the name of each file, that of its list, and its entries.
const files = [
  ['tweets', 'tweets', 0, [post('1929991111111111111', 'one'), post('1929991111111111112', `${long.slice(0, 279)}…`)]],
  ['tweets-part1', 'tweets', 1, [post('1929991111111111113', 'two')]],
  ['note-tweet', 'note_tweet', 0, [{ noteTweet: { noteTweetId: '1929991111111111110', createdAt: at, core: { text: long } } }]],
  ['direct-messages', 'direct_messages', 0, [message('1-2', '11')]],
  ['direct-messages-part1', 'direct_messages', 1, [message('1-3', '12')]],
  ['direct-messages-group', 'direct_messages_group', 0, [message('77', '13')]],
  ['direct-messages-group-part1', 'direct_messages_group', 1, [message('78', '14')]],
];
const account = [{ account: { accountId: '1', username: 'shop', accountDisplayName: 'Shop', createdAt: at } }];
const profile = [{ profile: { description: {}, avatarMediaUrl: '' } }];

const zip = new JSZip();
const put = (name, list, part, entries) =>
  zip.file(`data/${name}.js`, `window.YTD.${list}.part${part} = ${JSON.stringify(entries)}`);
put('account', 'account', 0, account);
put('profile', 'profile', 0, profile);
const dataTypes = {};
for (const [name, list, part, entries] of files) {
  put(name, list, part, entries);
  dataTypes[list] ??= { files: [] };
  const listed = { fileName: `data/${name}.js`, globalName: `YTD.${list}.part${part}`, count: String(entries.length) };
  dataTypes[list].files.push(listed);
}
const manifest = { userInfo: { accountId: '1', userName: 'shop' }, archiveInfo: { generationDate: at }, dataTypes };
zip.file('data/manifest.js', `window.__THAR_CONFIG = ${JSON.stringify(manifest)}`);
writeFileSync('archive.zip', await zip.generateAsync({ type: 'nodebuffer' }));

const archive = new reader.TwitterArchive('archive.zip');
const errors = [];
archive.events.on('error', (error) => errors.push(error));
archive.events.on('manifest error', (error) => errors.push(error));
await archive.ready();

const cut = archive.tweets.all.find(({ id_str }) => id_str.endsWith('2'));
const conversations = archive.messages.all.map(({ id }) => id).toSorted();
console.log(`manifest parsed: ${archive.has_manifest}, errors: ${errors.length}`);
console.log(`read: ${archive.tweets.length} posts, the long one as ${cut.full_text.length} of ${long.length} characters,`);
console.log(`      ${archive.messages.count} messages in the conversations ${conversations.join(', ')}`);
assert.equal(archive.has_manifest, true);
assert.deepEqual(errors, []);
assert.equal(archive.tweets.length, 3);
assert.equal(cut.full_text.length, 280);
assert.deepEqual(conversations, ['1-2', '1-3', '77']);
JS
node run.mjs
