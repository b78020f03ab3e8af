/*
 * Names that look alike are how people are imitated on X: an invisible character makes a second `Harbour Support` of the
 * first. So names show such characters, except where a script or an emoji needs them.
 */

/** Scripts whose letters change their form beside a joiner. */
const joining =
  '\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Mong}\\p{scx=Nkoo}\\p{scx=Mand}\\p{scx=Rohg}\\p{scx=Adlm}\\p{scx=Deva}\\p{scx=Beng}' +
  '\\p{scx=Guru}\\p{scx=Gujr}\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}';
/** Scripts that write no space between words. */
const unspaced = '\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}';
/** What has variants that a selector chooses. */
const withVariants = '\\p{ExtPict}\\p{Sm}\\p{So}\\p{scx=Han}\\p{scx=Mymr}\\p{scx=Phag}';

/** Invisible characters in the places where they belong. */
const proper = [
  // The parts of an emoji, its variant, and a keycap.
  '(?<=\\p{ExtPict}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*)\\u200d(?=\\p{ExtPict})',
  `(?<=[${withVariants}])[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]`,
  '(?<=[0-9#*])\\ufe0f(?=\\u20e3)',
  // The flags of England, Scotland and Wales: at most six letters and an end.
  '(?<=\\u{1f3f4}[\\u{e0030}-\\u{e007a}]{0,6})[\\u{e0030}-\\u{e007a}\\u{e007f}]',
  `(?<=[${joining}])[\\u200c\\u200d](?=[${joining}])`,
  `(?<=[${unspaced}])\\u200b(?=[${unspaced}])`,
  '(?<=\\p{scx=Mong})[\\u180b-\\u180f]',
  '(?<=\\p{scx=Khmr})[\\u17b4\\u17b5]',
].join('|');

/** U+2800 is an empty pattern of braille; Unicode counts it and U+FFF9 to U+FFFB as visible. */
const hidden = '[\\p{DI}\\u2800\\ufff9-\\ufffb]';
const properOrHidden = new RegExp(`(${proper})|(?:(?!${proper})${hidden})+`, 'gu');

const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const rightToLeft =
  /\p{scx=Arab}(?<=\p{L})|[\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}\p{scx=Samr}\p{scx=Mand}\p{scx=Adlm}\p{scx=Rohg}]/u;

/** What leaves nothing on the screen when it is all that there is. */
const unseen = /[\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu;

const marks = /\u27e8U\+[0-9A-F]{4,6}…?\u27e9/g;

/**
 * A name with a mark such as `⟨U+200B⟩` for each run of characters that nobody sees, which names the first of them and ends
 * with `…` if more follow. What turns the direction is removed from a name in a right-to-left script, where it is
 * usual, and marked in any other. Nothing is marked where its script or emoji needs it. Empty if nothing of the name is
 * visible. Idempotent.
 */
export function markHidden(name: string): string {
  if (name.replace(unseen, '') === '') return '';
  const still = rightToLeft.test(name) ? name.replace(turning, '') : name;
  return still.replace(properOrHidden, (found, belongs: string | undefined) =>
    belongs === undefined ? toMark(found) : found,
  );
}

/** Whether `markHidden` has marked something in a name. */
export function hasHiddenMarks(shownName: string): boolean {
  return shownName.search(marks) >= 0;
}

/** The name without the marks of `markHidden`. */
export function withoutHiddenMarks(shownName: string): string {
  return shownName.replace(marks, '');
}

function toMark(run: string): string {
  const [first = '', ...others] = run;
  const code = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `\u27e8U+${code}${others.length > 0 ? '…' : ''}\u27e9`;
}
