// Chromium needs quadratic time to break one long run into lines: minutes for 100,000 characters.
const longRun = /(\S{200}(?:\p{M}|\u200d)*)/u;

/** Splits runs of 200 and more characters without a space; the pieces concatenate to the text. */
export function toPieces(text: string): readonly string[] {
  return text.split(longRun).filter((piece, index) => piece !== '' || index === 0);
}

/** How many characters of a long text are shown while it is collapsed. */
export const SHOWN_CHARACTERS = 2_000;

/** The first `limit` code units of `text`, never splitting a surrogate pair; null if it is short enough. */
export function toBeginning(text: string, limit = SHOWN_CHARACTERS): string | null {
  if (text.length <= limit) return null;
  const last = text.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? limit - 1 : limit);
}
