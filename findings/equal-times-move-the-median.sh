#!/usr/bin/env bash
# Finding: nine replies after 3 minutes and one after 240 have a median of 26.7
#
# Package:   tdigest 0.1.3, as used by prom-client 15.1.3
# Guess:     a percentile of a t-digest is near the exact one, most of all for ten values that it could simply keep.
# Behaviour: equal values become one centroid, and between two centroids it interpolates from the middle of the one to the
#            middle of the other. So the more values are equal, the further the percentiles above the middle drift. More
#            observations do not help; only the discrete mode, `new TDigest(false)`, is exact here, and prom-client has no
#            option for it.
# Seen:      tdigest of 9 x 3 and 1 x 240: p50 26.7, p75 145.2; discrete: p50 3, p75 3
#            tdigest of 900 x 3 and 100 x 240: p50 26.7, p75 145.2; discrete: p50 3, p75 3
#            prom-client: p50 26.7
# Matters:   reply times in minutes are mostly equal, and a few are hours. A median of half an hour, where nine of ten people
#            had a reply in three minutes, is a wrong report. Perch computes quantiles from the sorted values.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent tdigest@0.1.3 prom-client@15.1.3

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import prometheus from 'prom-client';
import tdigest from 'tdigest';

const { TDigest } = tdigest;
const round = (value) => Number(value.toFixed(1));
function percentiles(digest, values) {
  digest.push(values);
  return [digest.percentile(0.5), digest.percentile(0.75)].map(round);
}
for (const times of [1, 100]) {
  const values = [...Array(9 * times).fill(3), ...Array(times).fill(240)];
  const usual = percentiles(new TDigest(), values);
  const discrete = percentiles(new TDigest(false), values);
  const [usualText, discreteText] = [usual, discrete].map(([p50, p75]) => `p50 ${p50}, p75 ${p75}`);
  console.log(`tdigest of ${9 * times} x 3 and ${times} x 240: ${usualText}; discrete: ${discreteText}`);
  assert.deepEqual([usual, discrete], [[26.7, 145.2], [3, 3]]);
}

const summary = new prometheus.Summary({ name: 'minutes', help: 'reply times', percentiles: [0.5] });
for (const minutes of [3, 3, 3, 3, 3, 3, 3, 3, 3, 240]) summary.observe(minutes);
const [median] = (await summary.get()).values;
console.log(`prom-client: p50 ${round(median.value)}`);
assert.equal(round(median.value), 26.7);
JS
node run.mjs
