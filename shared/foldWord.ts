/** A sign of a script without spaces, with its place in the run. */
export interface FoldedSign {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Marks that readers and keyboards leave out: accents, Arabic and Hebrew vowels. The voiced marks of kana are letters. */
const removable =
  /(?=[\p{Mn}\p{Me}])(?![\u3099\u309A])[\p{sc=Zinh}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}]/gu;

/** Characters without a meaning of their own: joiners, soft hyphens, direction marks; and the tatweel, which only stretches. */
const invisible = /[\p{Cf}\u0640]/gu;

/** Letters that Unicode does not decompose, though people write them without their stroke or as two. */
const plainLetters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  þ: 'th',
  ŋ: 'n',
  ı: 'i',
  ƶ: 'z',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ہ: 'ه',
  ک: 'ك',
};
const special = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');
const digit = /(?![0-9])\p{Nd}/gu;
const gap = /[^\p{L}\p{M}\p{N}\p{Co}]+|[\u02BB\u02BC]/u;

/**
 * The folded words of a run of letters and digits. Mostly one; ½ and ligatures that contain a space give several, and a run
 * of nothing but marks none.
 */
export function foldWord(word: string): string[] {
  return isLatinWord(word) ? [foldLatinWord(word)] : foldAnyWord(word);
}

/** Whether all letters are composed Latin ones that fold one by one, as in most words of most texts; without ŀ and ŉ, which split. */
export const isLatinWord = (word: string): boolean =>
  /^[0-9A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u013E\u0141-\u0148\u014A-\u024F]+$/.test(word);

const latinLetters = new Map<string, string>();

/** Folds a word for which `isLatinWord` holds. */
export function foldLatinWord(word: string): string {
  let folded = '';
  for (const letter of word) {
    const known = latinLetters.get(letter) ?? foldAnyWord(letter).join('');
    latinLetters.set(letter, known);
    folded += known;
  }
  return folded;
}

function foldAnyWord(word: string): string[] {
  // JavaScript has no case folding: the upper case of ß is SS, but that of ẞ is ẞ, so it is lowered first.
  const cased = word.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase();
  const plain = cased.normalize('NFKD').replace(removable, '').replace(invisible, '');
  const folded = plain
    .replace(special, (letter) => plainLetters[letter] ?? letter)
    .replace(digit, toAsciiDigit)
    .normalize('NFC');
  return folded.split(gap).filter((part) => part !== '');
}

/**
 * The folded signs of a run in a script without spaces. Vowel signs and tone marks of Thai and its relatives are signs of
 * their own, but share the place of the letter that carries them.
 */
export function foldSigns(run: string): FoldedSign[] {
  const signs: FoldedSign[] = [];
  const isPlain = !composing.test(run) && run.normalize('NFKC') === run;
  let start = 0;
  for (const cluster of isPlain ? run : (run.match(clusters) ?? [])) {
    const end = start + cluster.length;
    for (const text of isPlain ? [cluster] : foldCluster(cluster)) signs.push({ text, start, end });
    start = end;
  }
  return signs;
}

function foldCluster(cluster: string): string {
  const plain = cluster.normalize('NFKC').replace(removable, '').replace(invisible, '');
  return plain.normalize('NFC');
}

const composing = /[\p{M}\p{Cf}\uFF9E\uFF9F\u1160-\u11FF]/u;
/** A character with what Unicode composes with it: marks, the voiced marks of half-width kana, vowels and finals of Hangul. */
const clusters = /.[\p{M}\p{Cf}\uFF9E\uFF9F\u1160-\u11FF]*/gsu;

// The digits of a script are ten characters in a row; some scripts have several sets of them side by side.
function toAsciiDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value % 10);
}
