import type { QueryWords } from '#shared/domain/messageQuery.ts';
import type { Phrase } from '#shared/findWords.ts';

/**
 * The FTS5 expression for the words of a query. Each phrase is quoted, so that no character has a special meaning. Null if there is
 * none to look for: FTS5 takes no empty expression, and none for what is *not* there alone.
 *
 *     late "by post"           ->  "late" "by post"
 *     parcel OR package late   ->  ("parcel" OR "package") AND ("late"*)
 *     late -parcel -box        ->  (("late")) NOT ("parcel" OR "box")
 */
export function toMatch({ groups, excluded }: QueryWords): string | null {
  if (groups.length === 0) return null;
  if (excluded.length === 0 && groups.every((group) => group.length === 1))
    return groups.flat().map(quote).join(' ');
  const wanted = groups.map(toAny).join(' AND ');
  return excluded.length === 0 ? wanted : `(${wanted}) NOT ${toAny(excluded)}`;
}

const toAny = (phrases: readonly Phrase[]): string => `(${phrases.map(quote).join(' OR ')})`;

// https://www.sqlite.org/fts5.html#fts5_strings
const quote = ({ words, isPrefix }: Phrase): string => `"${words.join(' ')}"${isPrefix ? '*' : ''}`;
