#!/usr/bin/env bash
# Finding: `for await` over mentions ends before the list does, without an error
#
# Package:   twitter-api-v2 1.29.1
# Guess:     `for await (const post of await client.v2.userMentionTimeline(id))` gives every mention, waits for the
#            rate limit or throws.
# Behaviour: the loop ends normally in two cases while X still names a next page: after a page without posts, which
#            X sends where it filters invisible ones, and when the headers say that no call is left. `done` is false
#            then, but nothing makes the caller look at it. fetchLast(Infinity) ends in the same way.
# Seen:      empty page: got 9,8 of 9,8,3,2; calls 2 of 3; done false
#            rate limit: got 9,8,7,6 of 9,8,7,6,3,2; calls 2 of 3; done false
# Matters:   a program that keeps a brand's messages takes the end of the loop for the end of the list. It stores a
#            history with a hole, moves its since_id past it, and those customers are never answered.

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

let respond;
const server = http.createServer((request, response) => {
  const { body, headers } = respond();
  response.writeHead(200, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const base = `http://127.0.0.1:${server.address().port}`;
const client = new TwitterApi('token', {
  httpAgent: new http.Agent(),
  plugins: [{ onBeforeRequestConfig: ({ params }) => void (params.url = params.url.replace('https://api.x.com', base)) }],
});

async function loop(name, pages, toHeaders) {
  let calls = 0;
  respond = () => ({ body: pages[calls], headers: toHeaders(++calls) });
  const mentions = await client.v2.userMentionTimeline('1');
  const ids = [];
  for await (const post of mentions) ids.push(post.id);
  calls = 0;
  const fetched = await (await client.v2.userMentionTimeline('1')).fetchLast(Infinity);
  assert.deepEqual(fetched.tweets.map((post) => post.id), ids);
  const all = pages.flatMap((page) => (page.data ?? []).map((post) => post.id));
  console.log(`${name}: got ${ids} of ${all}; calls ${calls} of ${pages.length}; done ${mentions.done}`);
  return { ids: ids.join(), calls, done: mentions.done };
}

const page = (ids, next_token) => ({
  ...(ids.length > 0 ? { data: ids.map((id) => ({ id, text: 'Where is my parcel?' })) } : {}),
  meta: { result_count: ids.length, newest_id: ids[0], oldest_id: ids.at(-1), next_token },
});
const inAQuarter = String(Math.floor(Date.now() / 1_000) + 900);

const filtered = [page(['9', '8'], 'A'), page([], 'B'), page(['3', '2'])];
assert.deepEqual(await loop('empty page', filtered, () => ({})), { ids: '9,8', calls: 2, done: false });

const limited = [page(['9', '8'], 'A'), page(['7', '6'], 'B'), page(['3', '2'])];
const toLimit = (call) => ({
  'x-rate-limit-limit': '300',
  'x-rate-limit-remaining': String(2 - call),
  'x-rate-limit-reset': inAQuarter,
});
assert.deepEqual(await loop('rate limit', limited, toLimit), { ids: '9,8,7,6', calls: 2, done: false });
server.close();
JS
node run.mjs
