#!/usr/bin/env bash
# Finding: one failed call makes the current user fail for good
#
# Package:   twitter-api-v2 1.29.1
# Guess:     currentUserV2() keeps the user once it has one; after a failure the next call asks X again.
# Behaviour: it keeps the promise, also a rejected one. After a single 503 every later call throws that same error
#            without a request, until somebody passes `true`. bookmark() and deleteBookmark(), which use it and take
#            no such argument, fail with it.
# Seen:      currentUserV2: 503, 503, 503; requests 1; with force: 200; requests 2
#            bookmark: 503, 503; requests 1
# Matters:   X is over capacity for a second while the program starts, and the account stays "unknown" until it is
#            restarted: nothing is captured and no reply leaves, although X is well again.

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

let requests = 0;
const server = http.createServer((request, response) => {
  requests += 1;
  response.writeHead(requests === 1 ? 503 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ data: { id: '1', name: 'Brand', username: 'brand', bookmarked: true } }));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const base = `http://127.0.0.1:${server.address().port}`;
function createClient() {
  requests = 0;
  return new TwitterApi('token', {
    httpAgent: new http.Agent(),
    plugins: [{ onBeforeRequestConfig: ({ params }) => void (params.url = params.url.replace('https://api.x.com', base)) }],
  });
}
const statusOf = (call) => call.then(() => 200, (error) => error.code);

const client = createClient();
const statuses = [];
for (let n = 0; n < 3; n += 1) statuses.push(await statusOf(client.currentUserV2()));
const before = requests;
const forced = await statusOf(client.currentUserV2(true));
console.log(`currentUserV2: ${statuses.join(', ')}; requests ${before}; with force: ${forced}; requests ${requests}`);
assert.deepEqual([statuses, before, forced, requests], [[503, 503, 503], 1, 200, 2]);

const other = createClient();
const bookmarks = [await statusOf(other.v2.bookmark('20')), await statusOf(other.v2.bookmark('20'))];
console.log(`bookmark: ${bookmarks.join(', ')}; requests ${requests}`);
assert.deepEqual([bookmarks, requests], [[503, 503], 1]);
server.close();
JS
node run.mjs
