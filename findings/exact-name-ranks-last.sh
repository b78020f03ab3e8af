#!/usr/bin/env bash
# Finding: the name as it was typed ranks below its misspellings
#
# Package:   minisearch 7.2.0
# Guess:     with `prefix` and `fuzzy` an exact match comes first: it has weight 1, the others 0.375 and 0.45.
# Behaviour: a weight is only a factor; the score also holds how rare the matched term is. A frequent name is worth
#            little, a rare neighbour of it much. So every "Hanna", "Anja" and "Annabel" ranks above every "Anna" as
#            soon as Anna is frequent. Fuzzy beats prefix, too: "Anja" is above "Annabel".
# Seen:      30 people called Anna, query "anna": Hanna 1.77, Anne 1.70, Anja 1.70, Annabel 1.57, Anna 0.21
#            1 person called Anna, same query:    Anna 2.08, Hanna 0.78, Anne 0.75, Anja 0.75, Annabel 0.69
# Matters:   a palette that shows the best five people shows none of the customers with a common first name, however
#            exactly an agent types it, and the more customers a brand has the worse it gets.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent minisearch@7.2.0

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import MiniSearch from 'minisearch';

function rank(annas) {
  const people = new MiniSearch({ fields: ['name'], storeFields: ['name'] });
  const families = ['Bakker', 'Visser', 'Smit', 'Mulder', 'Bos', 'Vos', 'Peters', 'Dekker', 'Brouwer', 'Kok'];
  for (let id = 0; id < annas; id += 1) people.add({ id, name: `Anna ${families[id % families.length]}` });
  for (const name of ['Hanna', 'Anne', 'Anja', 'Annabel']) people.add({ id: name, name: `${name} Jonker` });
  const hits = people.search('anna', { prefix: true, fuzzy: 0.25 });
  return hits.map(({ name, score }) => ({ first: name.split(' ')[0], score: score.toFixed(2) }));
}
const print = (hits) => hits.map(({ first, score }) => `${first} ${score}`).join(', ');

const many = rank(30);
console.log('30 people called Anna:', print(many.slice(0, 5)));
assert.deepEqual(many.slice(0, 5).map(({ first }) => first), ['Hanna', 'Anne', 'Anja', 'Annabel', 'Anna']);
assert.equal(many.length, 34);

const one = rank(1);
console.log(' 1 person called Anna:', print(one));
assert.equal(one[0].first, 'Anna');
JS
node run.mjs
