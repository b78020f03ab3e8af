#!/usr/bin/env bash
# Finding: a refused login reads as an internal error of X
#
# Package:   twitter-api-v2 1.29.1
# Guess:     the error of a refused token request carries the body of the token endpoint as it came: `error` and
#            `error_description` (RFC 6749, section 5.2), and no `errors`.
# Behaviour: the library adds `errors: [{ code: 131, message: <the value of error> }]` to every body with an `error`
#            field. 131 is X's code for an internal error, so hasErrorCode(InternalError) is true for a refresh token
#            that will never work again, and `errors[0].message` hides the description.
# Seen:      status 400, errors [{"code":131,"message":"invalid_grant"}], internal error? true
# Matters:   code that retries on internal errors retries a dead login for ever, and code that prefers
#            `errors[0].message`, as for X's other refusals, shows an agent "invalid_grant" instead of the reason.

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
import { EApiV1ErrorCode, TwitterApi } from 'twitter-api-v2';

const body = { error: 'invalid_grant', error_description: 'The refresh token was used before.' };
const server = http.createServer((request, response) => {
  response.writeHead(400, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
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

const error = await client.refreshOAuth2Token('old').then(assert.fail, (thrown) => thrown);
const isInternal = error.hasErrorCode(EApiV1ErrorCode.InternalError);
console.log(`status ${error.code}, errors ${JSON.stringify(error.errors)}, internal error? ${isInternal}`);
assert.equal(error.code, 400);
assert.deepEqual(error.data, { ...body, errors: [{ code: 131, message: 'invalid_grant' }] });
assert.equal(isInternal, true);
server.close();
JS
node run.mjs
