import type { Message } from '#shared/domain/message.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { fromCursor, RowPosition, toCursor } from '../conversations/cursor.ts';
import type { Db } from '../store/open.ts';
import { searchMessages } from '../store/searchMessages.ts';
import { toMatch } from './toMatch.ts';

/** A page of search results. */
export interface FoundMessages {
  readonly items: { message: Message; conversationId: string | null; snippet: string }[];
  readonly next?: string;
}

/** The newest messages that contain all words of `text`; `next` is set if more follow. Fails with `invalid` for a bad cursor. */
export function findMessages(
  db: Db,
  query: { readonly text: string; readonly limit: number; readonly after?: string | undefined },
): Result<FoundMessages, AppError> {
  const cursor = fromCursor(query.after, 'after', RowPosition);
  if (!cursor.ok) return cursor;
  const match = toMatch(query.text);
  if (match === null) return ok({ items: [] });
  const before = cursor.value?.[0] ?? Number.MAX_SAFE_INTEGER;
  const found = searchMessages(db, match, before, query.limit + 1);
  const hits = found.slice(0, query.limit);
  const last = hits.at(-1);
  const items = hits.map(({ message, snippet }) => ({
    message,
    conversationId: message.conversationId,
    snippet,
  }));
  return ok({ items, ...(found.length > hits.length && last ? { next: toCursor([last.rowId]) } : {}) });
}
