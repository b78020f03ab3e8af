#!/usr/bin/env bash
# Finding: posts that differ in one digit are further apart than posts that have nothing in common
#
# Package:   simhash-js 1.0.0
# Guess:     Comparator.hammingDistance() takes what SimHash.hash() returns, as the README's example of similarity() does. The
#            distance of near duplicates is small, and no distance of 32-bit hashes is above 32.
# Behaviour: hash() returns a number, and the Comparator reads its decimal digits as hexadecimal ones. Then it counts each bit
#            twice, since shifting by 32 shifts by nothing. Even hexadecimal text gives twice the distance.
# Seen:      one digit differs: bits that differ 2, distance 26, of hexadecimal text 4
#            one word more: bits that differ 8, distance 38, of hexadecimal text 16
#            nothing in common: bits that differ 15, distance 24, of hexadecimal text 30
# Matters:   in a crisis hundreds of people post nearly the same sentence, and one draft for the group saves hours. By these
#            figures the group falls apart, and strangers are put in it.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent simhash-js@1.0.0

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import simhash from 'simhash-js';

const { Comparator, SimHash } = simhash;
const hasher = new SimHash();
const countBits = (number) => number.toString(2).replaceAll('0', '').length;

function compare(what, one, other) {
  const [a, b] = [hasher.hash(one), hasher.hash(other)];
  const bits = countBits((a ^ b) >>> 0);
  const distance = Comparator.hammingDistance(a, b);
  const ofText = Comparator.hammingDistance(a.toString(16), b.toString(16));
  console.log(`${what}: bits that differ ${bits}, distance ${distance}, of hexadecimal text ${ofText}`);
  return [bits, distance, ofText];
}
const digit = compare('one digit differs', 'Where is my order 1234?', 'Where is my order 1235?');
const word = compare(
  'one word more',
  'Harbour Coffee lost my parcel #harbourfail',
  'Harbour Coffee lost my parcel again #harbourfail',
);
const nothing = compare('nothing in common', 'Harbour lost my parcel again', 'Opening hours on Sunday?');
assert.deepEqual([digit, word, nothing], [[2, 26, 4], [8, 38, 16], [15, 24, 30]]);
JS
node run.mjs
