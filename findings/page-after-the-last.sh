#!/usr/bin/env bash
# Finding: next() on the last page of mentions fetches the first page again
#
# Package:   twitter-api-v2 1.29.1
# Guess:     next() on a page without next_token gives an empty page or throws.
# Behaviour: for mentions and direct messages it sends the request without a token, which is how the newest page is
#            requested. For a search it sends the token of the last page again, with an until_id beside it.
#            fetchNext() appends the repeated posts to the ones it has.
# Seen:      mentions, next():        9,8 | 7,6 | 9,8 | 7,6 | 9,8
#            direct messages, next(): 9,8 | 7,6 | 9,8 | 7,6 | 9,8
#            search, next():          query=parcel&next_token=A&until_id=6 after query=parcel&next_token=A
#            mentions, fetchNext():   9,8,7,6,9,8
# Matters:   "read pages until one is empty" never ends on a valid timeline; each turn is a paid call to X and every
#            customer's message comes in again. Only `done` says that the list is over.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent twitter-api-v2@1.29.1

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import http from 'node:http';
import { TwitterApi } from 'twitter-api-v2';

const page = (ids, next_token) => ({
  data: ids.map((id) => ({ id, text: 'Where is my parcel?' })),
  meta: { result_count: ids.length, newest_id: ids[0], oldest_id: ids.at(-1), next_token },
});
const requests = [];
const server = http.createServer((request, response) => {
  requests.push(request.url);
  const query = new URL(request.url, 'http://localhost').searchParams;
  const token = query.get('pagination_token') ?? query.get('next_token');
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(token === 'A' ? page(['7', '6']) : page(['9', '8'], 'A')));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const base = `http://127.0.0.1:${server.address().port}`;
const client = new TwitterApi('token', {
  httpAgent: new http.Agent(),
  plugins: [{ onBeforeRequestConfig: ({ params }) => void (params.url = params.url.replace('https://api.x.com', base)) }],
});

async function pages(first, count) {
  const seen = [];
  for (let page = first; seen.push([...page].map((item) => item.id).join()) < count; ) page = await page.next();
  return seen.join(' | ');
}

const mentions = await pages(await client.v2.userMentionTimeline('1'), 5);
console.log('mentions, next():       ', mentions);
assert.equal(mentions, '9,8 | 7,6 | 9,8 | 7,6 | 9,8');

const messages = await pages(await client.v2.listDmEvents(), 5);
console.log('direct messages, next():', messages);
assert.equal(messages, mentions);

requests.length = 0;
await pages(await client.v2.search('parcel'), 3);
const [, last, afterLast] = requests.map((url) => url.split('?')[1]);
console.log(`search, next():          ${afterLast} after ${last}`);
assert.deepEqual([last, afterLast], ['query=parcel&next_token=A', 'query=parcel&next_token=A&until_id=6']);

const kept = await client.v2.userMentionTimeline('1');
await kept.fetchNext();
assert.equal(kept.done, true);
await kept.fetchNext();
const ids = kept.tweets.map((post) => post.id).join();
console.log('mentions, fetchNext():  ', ids);
assert.equal(ids, '9,8,7,6,9,8');
server.close();
JS
node run.mjs
