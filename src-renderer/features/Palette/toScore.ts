/** The prefix of items that the engine has already matched. */
export const personPrefix = 'person:';

/**
 * How well an item matches the typed text, from 0 (not at all) to 1. Commands match by their words, people as found by
 * the engine.
 */
export function toScore(value: string, typed: string, keywords: readonly string[] = []): number {
  const words = toPlain(keywords.join(' '));
  const search = toPlain(typed);
  if (words.startsWith(search)) return 1;
  if (value.startsWith(personPrefix)) return 0.8;
  if (words.includes(` ${search}`)) return 0.6;
  return search.split(/\s+/).every((part) => words.includes(part)) ? 0.4 : 0;
}

/** Lower case without accents, so that `resolu` finds `Résolues`. */
function toPlain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
}
