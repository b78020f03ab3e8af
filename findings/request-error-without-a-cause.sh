#!/usr/bin/env bash
# Finding: a request that never reached the server fails with an error that hides why
#
# Package:   twitter-api-v2 1.29.1
# Guess:     ApiRequestError.requestError is the Node error behind the failure, as its name and its type say, so
#            ECONNREFUSED (nothing left this machine) can be told from ECONNRESET (the post may be on X).
# Behaviour: requestError is always undefined, `cause` and `code` are not set either, and JSON.stringify gives
#            {"type":"request"}. The library stores the error under one name and reads it under another.
# Seen:      refused: requestError undefined, cause undefined, code undefined, JSON {"type":"request"}
#            reset:   requestError undefined, cause undefined, code undefined, JSON {"type":"request"}
# Matters:   a program that sends replies must know whether X can have received one. With this error both cases
#            look alike: retrying both posts a reply twice, retrying neither leaves a customer without one. Watch
#            the socket instead (the `requestEventDebugHandler` of the request gets it).

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
import { ApiRequestError, TwitterApi } from 'twitter-api-v2';

const server = http.createServer((request) => request.socket.destroy());
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const base = `http://127.0.0.1:${server.address().port}`;

const client = new TwitterApi('token', {
  httpAgent: new http.Agent(),
  plugins: [{ onBeforeRequestConfig: ({ params }) => void (params.url = params.url.replace('https://api.x.com', base)) }],
});
const post = () => client.v2.tweet('Your parcel is on its way.').then(assert.fail, (error) => error);

const reset = await post();
await new Promise((closed) => server.close(closed));
const refused = await post();

for (const [name, error] of Object.entries({ refused, reset })) {
  const { requestError, cause, code } = error;
  console.log(`${name}: requestError ${requestError}, cause ${cause}, code ${code}, JSON ${JSON.stringify(error)}`);
  assert.ok(error instanceof ApiRequestError);
  assert.deepEqual([requestError, cause, code], [undefined, undefined, undefined]);
  assert.equal(JSON.stringify(error), '{"type":"request"}');
}
assert.equal(refused.message, reset.message);
JS
node run.mjs
