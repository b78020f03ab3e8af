/** The characters of which words are made in the index (unicode61). */
const wordCharacter = /[\p{L}\p{N}\p{Co}]/u;

/**
 * A beginning that nearly every message has; of two letters and more the index keeps lists of its own. In the scripts of East
 * Asia one sign may well be a word.
 */
const singleLetter = /^(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])[\p{L}\p{N}]\p{M}*$/u;

/**
 * The FTS5 expression for what a person typed: all words have to occur, words between double quotes side by side, and
 * the last word may be unfinished; of one letter it waits for the next, and alone it is a whole word. Null where nothing
 * searchable was typed. Each word is quoted, so that no character has a special meaning:
 * https://www.sqlite.org/fts5.html#fts5_strings
 */
export function toMatch(typed: string): string | null {
  const parts = [...typed.matchAll(/"([^"]+)"?|[^\s"]+/g)].filter(([part]) => wordCharacter.test(part));
  if (parts.length === 0) return null;
  const quoted = parts.map(([part, phrase]) => `"${(phrase ?? part).replaceAll('\0', ' ')}"`);
  if (singleLetter.test(parts.at(-1)?.[0] ?? '')) return quoted.slice(0, -1).join(' ') || quoted.join(' ');
  const finished = /"\s*$/.test(typed);
  return quoted.join(' ') + (finished ? '' : '*');
}
