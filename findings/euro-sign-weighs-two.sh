#!/usr/bin/env bash
# Finding: euro sign, ellipsis and the space in a French amount weigh two
#
# Packages:  twitter-text 3.1.0, together with Intl.NumberFormat
# Guess:     only CJK and emoji weigh two; a Latin text with typographic signs weighs its length.
# Behaviour: a sign weighs one only within U+0000-10FF, 2000-200D, 2010-201F and 2032-2037. So the dash, curly quotes
#            and « » weigh one, but the euro sign, the ellipsis, the bullet, the arrow, ‹ › and the true minus weigh
#            two. Intl.NumberFormat groups French thousands with U+202F, which is outside too, so a formatted amount
#            weighs more than it shows.
# Seen:      one: – — “ ” ‘ ’ « »   two: € … • → ‹ › − ™ ‰
#            fr-FR 1234567.5: length 14, weight 17
#            280 characters with "12,50 €" and "…": weight 282, valid false
# Matters:   customer service writes prices. A counter on `length` lets through replies that X refuses, and a canned
#            response that fits with € 9,95 no longer fits once the amount is filled in by Intl.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent twitter-text@3.1.0

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import twitterText from 'twitter-text';

const weigh = (text) => twitterText.parseTweet(text).weightedLength;
const ones = [...'–—“”‘’«»'];
const twos = [...'€…•→‹›−™‰'];
console.log(`one: ${ones.filter((sign) => weigh(sign) === 1).join(' ')}   two: ${twos.filter((sign) => weigh(sign) === 2).join(' ')}`);
assert.ok(ones.every((sign) => weigh(sign) === 1));
assert.ok(twos.every((sign) => weigh(sign) === 2));

const amount = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(1234567.5);
console.log(`fr-FR 1234567.5: length ${amount.length}, weight ${weigh(amount)}`);
assert.equal(amount, '1\u202f234\u202f567,50\u00a0€');
assert.deepEqual([amount.length, weigh(amount)], [14, 17]);

const reply = `We refund 12,50 € ${'a'.repeat(261)}…`;
const { weightedLength, valid } = twitterText.parseTweet(reply);
console.log(`${reply.length} characters with "12,50 €" and "…": weight ${weightedLength}, valid ${valid}`);
assert.deepEqual([reply.length, weightedLength, valid], [280, 282, false]);
JS
node run.mjs
