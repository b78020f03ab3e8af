/** Signs that draw nothing and can stand between digits; in the end the parts of a keycap emoji. */
const invisible = /[\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff]|\u200d|\ufe0f|\u20e3/g;

/** A text in one way of writing; `starts` and `ends` map each UTF-16 unit of `plain` to the character that it comes from. */
export interface PlainText {
  readonly plain: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** One way of writing: digits of every width, spaces and dashes of every kind, middle dots as spaces. */
export function toPlainText(text: string): PlainText {
  let plain = '';
  const starts: number[] = [];
  const ends: number[] = [];
  // A character goes with its combining marks, so that both ways of writing é become one.
  for (const { 0: character, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const written = toPlain(character);
    plain += written;
    for (let unit = 0; unit < written.length; unit += 1) {
      starts.push(index);
      ends.push(index + character.length);
    }
  }
  return { plain, starts, ends };
}

const toPlain = (character: string): string =>
  character
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[·•‧∙]/g, ' ')
    .replace(/[^\S\n]/g, ' ');

/** As many characters that belong to no number and join none around them. */
export const blankOut = (match: string): string =>
  match.length < 3 ? ' _'.slice(0, match.length) : ` ${'_'.repeat(match.length - 2)} `;
