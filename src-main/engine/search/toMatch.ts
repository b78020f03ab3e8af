/** The characters that make up words in the index (tokenizer unicode61). */
const wordCharacter = /[\p{L}\p{N}\p{Co}]/u;

/**
 * A single letter is a prefix of words in nearly every message, and the index has no prefix list for it as it has for two
 * letters and more. In East Asian scripts one character may well be a word.
 */
const singleLetter = /^(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])[\p{L}\p{N}]\p{M}*$/u;

/**
 * The FTS5 expression for what a person typed: all words must occur, words in double quotes next to each other, and the
 * last word may be unfinished. Null if nothing searchable was typed.
 *
 *     late order     ->  "late" "order"*
 *     "late order"   ->  "late order"
 *     late o         ->  "late"          a single letter waits for the next one
 *     o              ->  "o"             unless it is all there is
 *
 * Each word is quoted, so that no character has a special meaning: https://www.sqlite.org/fts5.html#fts5_strings
 */
export function toMatch(typed: string): string | null {
  const parts = [...typed.matchAll(/"([^"]+)"?|[^\s"]+/g)].filter(([part]) => wordCharacter.test(part));
  if (parts.length === 0) return null;
  const quoted = parts.map(([part, phrase]) => `"${(phrase ?? part).replaceAll('\0', ' ')}"`);
  if (singleLetter.test(parts.at(-1)?.[0] ?? '')) return quoted.slice(0, -1).join(' ') || quoted.join(' ');
  const finished = /"\s*$/.test(typed);
  return quoted.join(' ') + (finished ? '' : '*');
}
