#!/usr/bin/env bash
# Finding: an upload ends well while X is still processing the file
#
# Package:   twitter-api-v2 1.29.1
# Guess:     uploadMedia resolves when the file can be attached: it asks for the status until that is `succeeded`.
# Behaviour: check_after_secs is optional in X's OpenAPI file. Where a pending status does not name it, uploadMedia asks once and
#            resolves with the media id. Where X repeats 0 the same happens.
# Seen:      status asked 1 time, last state pending, resolved with 710511363345354753
# Matters:   the post that follows is refused with "Your media IDs are invalid", though the same call works a second later;
#            a client that takes the refusal for final loses a reply. Ask until the state is neither pending nor in_progress.

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

const id = '710511363345354753';
let asked = 0;
const server = http.createServer((request, response) => {
  request.resume().on('end', () => {
    if (request.method === 'GET') asked += 1;
    const state = asked < 3 ? 'pending' : 'succeeded';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: { id, processing_info: { state } } }));
  });
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const base = `http://127.0.0.1:${server.address().port}`;
const client = new TwitterApi('token', {
  httpAgent: new http.Agent(),
  plugins: [{ onBeforeRequestConfig: ({ params }) => void (params.url = params.url.replace('https://api.x.com', base)) }],
});

const uploaded = await client.v2.uploadMedia(Buffer.from('GIF89a'), { media_type: 'image/gif' });
const last = asked < 3 ? 'pending' : 'succeeded';
console.log(`status asked ${asked} time, last state ${last}, resolved with ${uploaded}`);
assert.deepEqual([asked, last, uploaded], [1, 'pending', id]);
server.close();
JS
node run.mjs
