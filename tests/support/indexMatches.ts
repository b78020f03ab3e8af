import { listMatches } from '#engine/store/indexQuestions.ts';
import type { Db } from '#engine/store/open.ts';

/** The row ids of the newest messages of a small store that match an FTS5 expression, at most `limit`. */
export const listIds = (db: Db, match: string, limit = 10_000): readonly number[] =>
  listMatches(db, match, { from: 0, before: Number.MAX_SAFE_INTEGER }, limit).ids;

/** How many messages of a small store match an FTS5 expression. */
export const countIds = (db: Db, match: string): number => listIds(db, match).length;
