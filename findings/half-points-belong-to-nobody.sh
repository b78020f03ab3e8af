#!/usr/bin/env bash
# Finding: half a point makes a customer vanish from a Net Promoter Score that still counts them
#
# Package:   net-promoter-score 0.0.2
# Guess:     each score from 0 to 10 is a detractor, a passive or a promoter, or it is refused as 11 is.
# Behaviour: 6.5, 7.5 and 8.5 are accepted and belong to none of the three groups (passives are 7 and 8 exactly, detractors
#            end at 6, promoters begin at 9), but they stay in the denominator. The three shares no longer add up to one,
#            and every half point pulls the score towards zero.
# Seen:      9, 9, 3: score 33, shares add up to 1
#            9, 9, 3, 6.5, 7.5, 8.5: score 17, shares add up to 0.5
#            11: RangeError
# Matters:   people who respond in words give half points ("7,5", "zeven en een half"). They were never asked for and are
#            ordinary all the same. Perch rounds a reading to a whole point before it counts, and shows that it did.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent net-promoter-score@0.0.2

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import NetPromoterScore from 'net-promoter-score';

function count(...scores) {
  const { score, detractorsPercentage, passivesPercentage, promotersPercentage } = new NetPromoterScore(scores);
  const shares = detractorsPercentage + passivesPercentage + promotersPercentage;
  console.log(`${scores.join(', ')}: score ${score}, shares add up to ${shares}`);
  return [score, shares];
}
assert.deepEqual(count(9, 9, 3), [33, 1]);
assert.deepEqual(count(9, 9, 3, 6.5, 7.5, 8.5), [17, 0.5]);
assert.throws(() => new NetPromoterScore([11]), RangeError);
console.log('11: RangeError');
JS
node run.mjs
