/** The value of a choice that the engine has already found. */
export const personPrefix = 'person:';

/** How well a choice fits what was typed, from 0 (not at all) to 1: commands by their words, people as found. */
export function toScore(value: string, typed: string, keywords: readonly string[] = []): number {
  const words = toPlain(keywords.join(' '));
  const search = toPlain(typed);
  if (words.startsWith(search)) return 1;
  if (value.startsWith(personPrefix)) return 0.8;
  if (words.includes(` ${search}`)) return 0.6;
  return search.split(/\s+/).every((part) => words.includes(part)) ? 0.4 : 0;
}

/** Lower-case words without accents or punctuation, so that `clotur` finds `« Clôturées »`. */
function toPlain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
