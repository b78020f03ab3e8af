#!/usr/bin/env bash
# Finding: a web page or a redirect in X's place is an empty inbox, and a sent reply
#
# Package:   twitter-api-v2 1.29.1
# Guess:     a client of a JSON API throws where the response is HTML or a redirect.
# Behaviour: every status below 400 is a success and redirects are not followed. Without a JSON content type the
#            body is handed out as a string: a page of mentions made of it has no posts, no errors and is `done`,
#            and tweet() resolves.
# Seen:      page (200):     mentions 0, done true, errors 0, tweet() gives "<h1>Maintenance</h1>"
#            redirect (302): mentions 0, done true, errors 0, tweet() gives ""
# Matters:   a proxy that asks for a login or a page about maintenance looks like a quiet day: nobody waits, and a
#            reply counts as sent while the customer has none. The body has to be checked before it is believed.

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
const server = http.createServer((request, response) => respond(response));
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const base = `http://127.0.0.1:${server.address().port}`;
const client = new TwitterApi('token', {
  httpAgent: new http.Agent(),
  plugins: [{ onBeforeRequestConfig: ({ params }) => void (params.url = params.url.replace('https://api.x.com', base)) }],
});

async function check(name, sent, respondWith) {
  respond = respondWith;
  const page = await client.v2.userMentionTimeline('1');
  const posts = [];
  for await (const post of page) posts.push(post);
  const tweet = await client.v2.tweet('Your parcel is on its way.');
  console.log(
    `${name} mentions ${posts.length}, done ${page.done}, errors ${page.errors.length}, tweet() gives ${JSON.stringify(tweet)}`,
  );
  assert.deepEqual([posts.length, page.done, page.errors.length, tweet], [0, true, 0, sent]);
}

await check('page (200):    ', '<h1>Maintenance</h1>', (response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<h1>Maintenance</h1>');
});
await check('redirect (302):', '', (response) => {
  response.writeHead(302, { location: `${base}/login` });
  response.end();
});
server.close();
JS
node run.mjs
