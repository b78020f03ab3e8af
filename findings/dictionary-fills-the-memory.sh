#!/usr/bin/env bash
# Finding: a spelling dictionary of one megabyte takes sixteen seconds and 400 MB
#
# Package:   nspell 2.1.5 with dictionary-fr 3.0.0
# Guess:     a checker in plain JavaScript reads a dictionary of 1.2 MB in well below a second, as it does the English one.
# Behaviour: it writes out every form of every word when it starts. English has few forms; French has many, so the same call takes
#            some sixteen seconds, in which nothing else runs, and keeps about 400 MB. Hunspell itself, as WebAssembly, reads the
#            same files in a third of a second and 25 MB, and knows the same words.
# Seen:      nspell en 0.2 s; nspell fr 16.3 s, 419 MB; hunspell-asm fr 0.3 s, 21 MB
# Matters:   whoever tries it in English ships a window that hangs for every French agent at start. In a worker it does not hang,
#            but the memory stays.

set -euo pipefail
sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && echo
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent nspell@2.1.5 dictionary-en@4.0.0 dictionary-fr@3.0.0 hunspell-asm@4.0.2

cat > run.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import nspell from 'nspell';

const { loadModule } = createRequire(import.meta.url)('hunspell-asm');
const read = (language, kind) => readFileSync(`node_modules/dictionary-${language}/index.${kind}`);

async function measure(name, load) {
  const memory = process.memoryUsage().rss;
  const begin = performance.now();
  const isWord = await load();
  const seconds = (performance.now() - begin) / 1_000;
  const megabytes = (process.memoryUsage().rss - memory) / 1e6;
  console.log(`${name}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`);
  return { isWord, seconds, megabytes };
}

const hunspell = await measure('hunspell-asm, French', async () => {
  const factory = await loadModule();
  const [affixes, words] = ['aff', 'dic'].map((kind) => factory.mountBuffer(read('fr', kind), `fr.${kind}`));
  const checker = factory.create(affixes, words);
  return (word) => checker.spell(word);
});
const english = await measure('nspell, English', () => {
  const checker = nspell(read('en', 'aff'), read('en', 'dic'));
  return (word) => checker.correct(word);
});
const french = await measure('nspell, French', () => {
  const checker = nspell(read('fr', 'aff'), read('fr', 'dic'));
  return (word) => checker.correct(word);
});

for (const word of ['bonjour', 'commandes', 'bonjoure']) {
  assert.equal(french.isWord(word), hunspell.isWord(word), word);
}
assert(english.seconds < 2, 'English is read quickly');
assert(french.seconds > 5 * hunspell.seconds, 'French takes much longer than with Hunspell');
assert(french.megabytes > 150, 'French fills the memory');
JS
node run.mjs
