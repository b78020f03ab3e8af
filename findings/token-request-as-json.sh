#!/usr/bin/env bash
# Finding: the OAuth 2 token request goes out as JSON
#
# Package:   twitter-api-v2 1.29.1
# Guess:     refreshOAuth2Token() sends application/x-www-form-urlencoded, as RFC 6749 (section 6) requires; the
#            library has a branch for exactly this endpoint.
# Behaviour: the branch looks at the password of the URL instead of its path, so it is never taken and the request
#            is sent as JSON. X takes both today.
# Seen:      POST /2/oauth2/token
#            content-type application/json;charset=UTF-8
#            body {"refresh_token":"old","grant_type":"refresh_token","client_id":"client"}
# Matters:   a refresh token of X works once. A stand-in for X, a proxy or a later X that reads forms only refuses
#            the request, and every agent of the brand is logged out until somebody logs in again. A test server
#            written after the RFC fails here although the library "supports" OAuth 2.

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
import { text } from 'node:stream/consumers';
import { TwitterApi } from 'twitter-api-v2';

let seen;
const server = http.createServer(async (request, response) => {
  const { method, url, headers } = request;
  seen = { method, url, type: headers['content-type'], body: await text(request) };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ token_type: 'bearer', expires_in: 7200, access_token: 'a', refresh_token: 'r', scope: 'dm.read' }),
  );
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const base = `http://127.0.0.1:${server.address().port}`;
const client = new TwitterApi(
  { clientId: 'client' },
  {
    httpAgent: new http.Agent(),
    plugins: [{ onBeforeRequestConfig: ({ params }) => void (params.url = params.url.replace('https://api.x.com', base)) }],
  },
);

await client.refreshOAuth2Token('old');
console.log(`${seen.method} ${seen.url}\ncontent-type ${seen.type}\nbody ${seen.body}`);
assert.deepEqual(seen, {
  method: 'POST',
  url: '/2/oauth2/token',
  type: 'application/json;charset=UTF-8',
  body: '{"refresh_token":"old","grant_type":"refresh_token","client_id":"client"}',
});
server.close();
JS
node run.mjs
