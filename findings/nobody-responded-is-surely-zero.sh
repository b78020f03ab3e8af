#!/usr/bin/env bash
# Finding: where nobody has responded, the interval is a point at zero: the most certain of all results
#
# Package:   wilson-score-interval 2.1.0
# Guess:     of no responses nothing is known: the interval is 0 to 1 (its limit, and what one response nearly gives), or
#            the call is refused.
# Behaviour: 0 of 0 gives 0 to 0, without an error. From no response to one the interval grows instead of shrinking.
# Seen:      0 of 0: 0.000 to 0.000, width 0.000
#            0 of 1: 0.000 to 0.793, width 0.793
#            1 of 1: 0.207 to 1.000, width 0.793
#            9 of 10: 0.596 to 0.982, width 0.386
# Matters:   satisfaction by agent, tag or week has empty groups all the time. Sorted by the lower bound, or drawn with its
#            interval, a colleague whom no customer has rated stands there as surely the worst. Perch gives no figure
#            below a minimum of responses, and says "too few to say".

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent wilson-score-interval@2.1.0

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import wilson from 'wilson-score-interval';

const seen = [[0, 0], [0, 1], [1, 1], [9, 10]].map(([satisfied, responses]) => {
  const { left, right } = wilson(satisfied, responses);
  const figures = [left, right, right - left].map((figure) => figure.toFixed(3));
  console.log(`${satisfied} of ${responses}: ${figures[0]} to ${figures[1]}, width ${figures[2]}`);
  return figures;
});
assert.deepEqual(seen, [
  ['0.000', '0.000', '0.000'],
  ['0.000', '0.793', '0.793'],
  ['0.207', '1.000', '0.793'],
  ['0.596', '0.982', '0.386'],
]);
JS
node run.mjs
