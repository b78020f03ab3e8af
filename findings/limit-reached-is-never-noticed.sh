#!/usr/bin/env bash
# Finding: the rate limit plugin of the same authors never finds a limit of today's client
#
# Packages:  twitter-api-v2 1.29.1 with @twitter-api-v2/plugin-rate-limit 1.1.0
# Guess:     after a call, `plugin.v2.getRateLimit('users/:id/mentions')` gives the limit that X sent with it, and
#            `hasHitRateLimit` of it is true once no call is left.
# Behaviour: the client calls api.x.com; `plugin.v2` looks for api.twitter.com, where no call was made. It gives
#            undefined, as for a path that was never called, and hasHitRateLimit(undefined) is false. The limit is kept
#            under the full new address, for which `plugin.getRateLimit` has to be asked.
# Seen:      by path: undefined, limit reached: false
#            by full address: 0 of 300 calls left, limit reached: true
# Matters:   a program that asks the plugin before each poll believes that calls are left, goes on, and is refused until
#            the quarter of an hour is over, replies included where they share the limit.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent twitter-api-v2@1.29.1 @twitter-api-v2/plugin-rate-limit@1.1.0

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import http from 'node:http';
import { TwitterApiRateLimitPlugin } from '@twitter-api-v2/plugin-rate-limit';
import { TwitterApi } from 'twitter-api-v2';

const inAQuarter = String(Math.floor(Date.now() / 1_000) + 900);
const server = http.createServer((_request, response) => {
  response.writeHead(200, {
    'content-type': 'application/json',
    'x-rate-limit-limit': '300',
    'x-rate-limit-remaining': '0',
    'x-rate-limit-reset': inAQuarter,
  });
  response.end(JSON.stringify({ data: [{ id: '9', text: 'Where is my parcel?' }], meta: { result_count: 1 } }));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const base = `http://127.0.0.1:${server.address().port}`;
const limits = new TwitterApiRateLimitPlugin();
const toServer = { onBeforeRequest: ({ computedParams }) => void (computedParams.url = new URL(computedParams.url.href.replace('https://api.x.com', base))) };
const client = new TwitterApi('token', { httpAgent: new http.Agent(), plugins: [limits, toServer] });
await client.v2.userMentionTimeline('1');

const byPath = await limits.v2.getRateLimit('users/:id/mentions');
const byAddress = await limits.getRateLimit('https://api.x.com/2/users/:id/mentions');
console.log(`by path: ${byPath}, limit reached: ${limits.hasHitRateLimit(byPath)}`);
console.log(
  `by full address: ${byAddress.remaining} of ${byAddress.limit} calls left, limit reached: ${limits.hasHitRateLimit(byAddress)}`,
);
assert.equal(byPath, undefined);
assert.equal(limits.hasHitRateLimit(byPath), false);
assert.equal(byAddress.remaining, 0);
assert.equal(limits.hasHitRateLimit(byAddress), true);
server.close();
JS
node run.mjs
