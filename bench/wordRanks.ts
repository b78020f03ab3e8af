const VOCABULARY = 60_000;
const ONSETS = [
  '',
  'b',
  'd',
  'f',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'qu',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
];
const VOWELS = ['a', 'aan', 'e', 'é', 'en', 'er', 'i', 'ing', 'o', 'on', 'ou', 'u'];
/** Enough of them that word prefixes are about as rare as in a natural language. */
const SYLLABLES = ONSETS.flatMap((onset) => VOWELS.map((vowel) => onset + vowel));

/** The made-up word of a frequency rank. */
export function wordAt(rank: number): string {
  let word = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  }
  return word;
}

/** A random rank, distributed roughly by Zipf's law: a few words make up most of a text. */
export function randomRank(random: () => number): number {
  return Math.floor(VOCABULARY ** random()) - 1;
}
