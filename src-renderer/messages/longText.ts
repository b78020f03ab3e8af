// Breaking one run into lines takes Chromium time that grows with the square of its length: minutes for 100,000 letters.
const longRun = /(\S{200}(?:\p{M}|\u200d)*)/u;

/** Cuts a text inside runs of 200 characters and more without a space; together the pieces are the text. */
export function toPieces(text: string): readonly string[] {
  return text.split(longRun).filter((piece, index) => piece !== '' || index === 0);
}

/** How much of a long text is shown before somebody asks for the rest. */
export const SHOWN_CHARACTERS = 2_000;

/** The beginning of `text`, never cut inside a character; null where the whole is short enough. */
export function toBeginning(text: string, limit = SHOWN_CHARACTERS): string | null {
  if (text.length <= limit) return null;
  const last = text.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? limit - 1 : limit);
}
