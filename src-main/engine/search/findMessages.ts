import type { EngineOutput } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { fromCursor, RowPosition, toCursor } from '../conversations/cursor.ts';
import type { Db } from '../store/open.ts';
import { isIndexComplete } from '../store/searchIndex.ts';
import { searchMessages } from '../store/searchMessages.ts';
import { toRowMessage } from './rowMessage.ts';
import { toSnippet } from './snippet.ts';
import { parseQuery, toMatch } from './toMatch.ts';

/** A page of search results. */
export type FoundMessages = EngineOutput<'search.messages'>;

/**
 * The newest messages that contain all words of `text`; `next` is set if more follow, and `incomplete` while older messages
 * are not indexed. Fails with `invalid` for a bad cursor.
 */
export function findMessages(
  db: Db,
  query: { readonly text: string; readonly limit: number; readonly after?: string | undefined },
): Result<FoundMessages, AppError> {
  const cursor = fromCursor(query.after, 'after', RowPosition);
  if (!cursor.ok) return cursor;
  const phrases = parseQuery(query.text);
  const match = toMatch(phrases);
  if (match === null) return ok({ items: [] });
  const before = cursor.value?.[0] ?? Number.MAX_SAFE_INTEGER;
  const { hits, next } = searchMessages(db, match, before, query.limit);
  const items = hits.map(({ message, storedText }) => ({
    message: toRowMessage(message),
    conversationId: message.conversationId,
    snippet: toSnippet(storedText, phrases),
  }));
  return ok({
    items,
    ...(next === null ? {} : { next: toCursor([next]) }),
    ...(isIndexComplete(db) ? {} : { incomplete: true as const }),
  });
}
