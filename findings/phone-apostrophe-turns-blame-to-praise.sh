#!/usr/bin/env bash
# Finding: the apostrophe that phones type turns a complaint into praise
#
# Package:   sentiment 5.0.2, vader-sentiment 1.1.3, wink-sentiment 5.0.2
# Guess:     "can't" and "can’t" are one word: both negate what follows.
# Behaviour: only the typewriter's apostrophe is known. With the typographic one, which iPhones type by default, the negation
#            is lost in all three packages and the score changes its sign.
# Seen:      I can't recommend them: -2, -0.28, -2
#            I can’t recommend them: 2, 0.36, 2
#            The app isn't good: -3, -0.34, -3
#            The app isn’t good: 3, 0.44, 3
# Matters:   most posts are written on phones. Whoever counts moods this way counts complaints as praise just when they
#            come in numbers. To Perch's search and its rules both apostrophes are one.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent sentiment@5.0.2 vader-sentiment@1.1.3 wink-sentiment@5.0.2

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import Sentiment from 'sentiment';
import vader from 'vader-sentiment';
import wink from 'wink-sentiment';

const sentiment = new Sentiment();
function score(text) {
  const { compound } = vader.SentimentIntensityAnalyzer.polarity_scores(text);
  const scores = [sentiment.analyze(text).score, Number(compound.toFixed(2)), wink(text).score];
  console.log(`${text}: ${scores.join(', ')}`);
  return scores;
}
assert.deepEqual(score("I can't recommend them"), [-2, -0.28, -2]);
assert.deepEqual(score('I can’t recommend them'), [2, 0.36, 2]);
assert.deepEqual(score("The app isn't good"), [-3, -0.34, -3]);
assert.deepEqual(score('The app isn’t good'), [3, 0.44, 3]);
JS
node run.mjs
