import type { EngineOutput } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { parseQuery } from '#shared/findWords.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { fromCursor, RowPosition, toCursor } from '../conversations/cursor.ts';
import { getAccount } from '../store/account.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import { mapPeopleOf } from '../store/namedPeople.ts';
import type { Db } from '../store/open.ts';
import { isIndexComplete } from '../store/searchIndex.ts';
import { searchHistory, searchMessages } from '../store/searchMessages.ts';
import { toRowMessage } from './rowMessage.ts';
import { toMessageSnippet } from './snippet.ts';
import { toMatch } from './toMatch.ts';

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
  const people = mapPeopleOf(
    db,
    hits.flatMap(({ message }) => message.conversationId ?? []),
  );
  const handle = getAccount(db)?.handle ?? '';
  const items = hits.map(({ message, storedText }) => ({
    message: toRowMessage(message),
    conversationId: message.conversationId,
    person: people.get(message.conversationId ?? '') ?? null,
    snippet: toMessageSnippet(storedText, phrases, handle),
  }));
  return ok({
    items,
    ...(next === null ? {} : { next: toCursor([next]) }),
    ...(isIndexComplete(db) ? {} : { incomplete: true as const }),
  });
}

/** At most so many messages of a history are found. */
const MOST_IN_HISTORY = 10_000;

/**
 * The messages in the history of a conversation's person that contain all words of `text`, newest first. Fails with
 * `notFound` for an unknown conversation.
 */
export function findInHistory(
  db: Db,
  { conversationId, text }: { readonly conversationId: string; readonly text: string },
): Result<EngineOutput<'search.history'>, AppError> {
  const personId = getPersonIdOf(db, conversationId);
  if (personId === null) return err({ code: 'notFound', what: 'conversation', id: conversationId });
  const match = toMatch(parseQuery(text));
  if (match === null) return ok({ items: [] });
  const items = searchHistory(db, match, personId, MOST_IN_HISTORY);
  return ok({ items, ...(isIndexComplete(db) ? {} : { incomplete: true as const }) });
}
