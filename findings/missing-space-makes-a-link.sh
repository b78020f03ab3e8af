#!/usr/bin/env bash
# Finding: a forgotten space after a full stop makes a link of two words
#
# Package:   twitter-text 3.1.0
# Guess:     "Your parcel arrives tomorrow.In that case" is plain text: no scheme, no www, no path.
# Behaviour: two words around a full stop are a link when the second one happens to be a top-level domain, capitals or
#            not. It then weighs 23 instead of its length. No rule of thumb says which words do it: Dutch "In", "Is", "Nu",
#            "De", French "Je", "La", "Il", "Au", English "So", "My", "It", "To" do, "En", "Dan", "We", "The" do not.
#            With a scheme the rule turns round: the list of domains is older than .kids, so https://example.kids is none.
# Seen:      "Dank je wel.De monteur komt" link wel.De, weight 44 of length 27
#            "C'est fini.Je vous remercie" link fini.Je, weight 43 of length 27
#            "We are sorry.So please wait" link sorry.So, weight 42 of length 27
#            "Dank je wel.Dan wachten wij" no link, weight 27 of length 27
#            "https://example.kids/a"      no link, weight 22 of length 22
# Matters:   X charges a post with a link many times the price of one without, and the typo costs about 15 of the 280
#            characters. An agent who is told "this reply has a link" cannot find it, so say which words it is.

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

function check(text, links, weight) {
  const found = twitterText.extractUrls(text);
  const { weightedLength } = twitterText.parseTweet(text);
  console.log(`${JSON.stringify(text)} ${found.length > 0 ? `link ${found}` : 'no link'}, weight ${weightedLength} of length ${text.length}`);
  assert.deepEqual([found, weightedLength], [links, weight]);
}

check('Dank je wel.De monteur komt', ['wel.De'], 44);
check("C'est fini.Je vous remercie", ['fini.Je'], 43);
check('We are sorry.So please wait', ['sorry.So'], 42);
check('Dank je wel.Dan wachten wij', [], 27);
check('https://example.kids/a', [], 22);

const makesLink = (word) => twitterText.extractUrls(`woord.${word}`).length > 0;
const links = ['In', 'Is', 'Nu', 'De', 'Je', 'La', 'Il', 'Au', 'So', 'My', 'It', 'To'];
const none = ['En', 'Dan', 'We', 'The'];
console.log('link:', links.filter(makesLink).join(' '), '| none:', none.filter((word) => !makesLink(word)).join(' '));
assert.ok(links.every(makesLink));
assert.ok(!none.some(makesLink));
JS
node run.mjs
