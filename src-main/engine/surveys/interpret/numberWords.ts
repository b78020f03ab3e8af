/** Spellings of 0 to 10, with the usual slips, in the order of their values. */
const small: Readonly<Record<'en' | 'nl' | 'fr', readonly string[]>> = {
  en: [
    'zero zro nought nil',
    '',
    'two twoo',
    'three thre',
    'four foour fuor',
    'five fiv',
    'six siks',
    'seven sevn',
    'eight eigth eigh',
    'nine nien',
    'ten',
  ],
  nl: [
    'nul',
    '',
    'twee tweetje',
    'drie drietje',
    'vier viertje',
    'vijf vijfje vyf',
    'zes zesje',
    'zeven zevn zeventje zeve',
    'acht achtje',
    'negen negn negentje',
    'tien',
  ],
  fr: [
    'zero',
    '',
    'deux',
    'trois',
    'quatre quatres quattre',
    'cinq cinc',
    'six',
    'sept',
    'huit',
    'neuf nuef',
    'dix',
  ],
};

/** Words for 1 that mean other things far more often: they count only where nothing else is said. */
const ones = new Set(['one', 'un', 'een', 'eentje']);

/** Words of higher numbers and their parts: what stands beside them is no score. */
const high = new Set(
  `eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
  hundred hundreds thousand thousands million dozen dozens elf twaalf dertien veertien vijftien zestien zeventien achttien negentien
  twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend miljoen dozijn onze douze treize quatorze quinze
  seize vingt vingts trente quarante cinquante soixante septante huitante octante nonante cent cents mille million douzaine`.split(
    /\s+/,
  ),
);

const values = new Map<string, number>();
for (const words of Object.values(small)) {
  for (const [value, spellings] of words.entries()) {
    for (const spelling of spellings.split(' ').filter(Boolean)) values.set(spelling, value);
  }
}
const halves = /^(\p{L}+?)en(?:een)?(?:half|halve)$/u;

/** A number written as a word. */
export interface WordNumber {
  /** Above 10 for any word of a higher number. */
  readonly value: number;
  /** The word means something else more often. */
  readonly isAmbiguous: boolean;
}

/** The number that a folded word of any of the three languages stands for, or null. */
export function toWordNumber(folded: string): WordNumber | null {
  if (ones.has(folded)) return { value: 1, isAmbiguous: true };
  // "teeen" and "fivee": letters that are typed twice or held down.
  const value = values.get(folded) ?? values.get(folded.replace(/(.)\1/gu, '$1'));
  if (value !== undefined) return { value, isAmbiguous: false };
  if (high.has(folded)) return { value: 1_000, isAmbiguous: false };
  const half = folded.includes('hal') ? halves.exec(folded)?.[1] : undefined;
  const whole = half === undefined ? undefined : values.get(half);
  return whole === undefined ? null : { value: whole + 0.5, isAmbiguous: false };
}
