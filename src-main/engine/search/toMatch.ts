import type { Phrase } from '#shared/findWords.ts';

/** The FTS5 expression for phrases. Each is quoted, so that no character has a special meaning. */
export function toMatch(phrases: readonly Phrase[]): string | null {
  // https://www.sqlite.org/fts5.html#fts5_strings
  const quoted = phrases.map(({ words, isPrefix }) => `"${words.join(' ')}"${isPrefix ? '*' : ''}`);
  return quoted.join(' ') || null;
}
