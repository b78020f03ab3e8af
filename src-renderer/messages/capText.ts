/** How much of a long text is shown before somebody asks for the rest. */
export const SHOWN_CHARACTERS = 2_000;

/** The beginning of `text`, never cut inside a character; null where the whole is short enough. */
export function capText(text: string, limit = SHOWN_CHARACTERS): string | null {
  if (text.length <= limit) return null;
  const last = text.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? limit - 1 : limit);
}
