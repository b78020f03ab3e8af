/** The characters of which words are made in the index (unicode61). */
const wordCharacter = /[\p{L}\p{N}\p{Co}]/u;

/**
 * The FTS5 expression for what a person typed: all words have to occur, words between double quotes side by side, and
 * the last word may be unfinished. Null where nothing searchable was typed. Each word is quoted, so that no
 * character has a special meaning: https://www.sqlite.org/fts5.html#fts5_strings
 */
export function toMatch(typed: string): string | null {
  const parts = [...typed.matchAll(/"([^"]+)"?|[^\s"]+/g)].filter(([part]) => wordCharacter.test(part));
  if (parts.length === 0) return null;
  const quoted = parts.map(([part, phrase]) => `"${(phrase ?? part).replaceAll('\0', ' ')}"`);
  const finished = /"\s*$/.test(typed);
  return quoted.join(' ') + (finished ? '' : '*');
}
