import { z } from 'zod';
import type { EngineInput, EngineOutput } from '#shared/contract/engine.ts';
import { parseMessageQuery } from '#shared/domain/messageQuery.ts';
import type { AppError } from '#shared/errors.ts';
import type { Phrase } from '#shared/findWords.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { fromCursor, toCursor } from '../conversations/cursor.ts';
import { getAccount } from '../store/account.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import { mapPeopleOf } from '../store/namedPeople.ts';
import type { Db } from '../store/open.ts';
import { isIndexComplete } from '../store/searchIndex.ts';
import { loadHits, searchHistory } from '../store/searchMessages.ts';
import { correctSpelling } from './correctSpelling.ts';
import { findHits } from './findHits.ts';
import { toRowMessage } from './rowMessage.ts';
import { toMessageSnippet } from './snippet.ts';
import { toMatch } from './toMatch.ts';

/** A page of search results. */
export type FoundMessages = EngineOutput<'search.messages'>;

const Position = z.tuple([z.number().int(), z.number().int().nonnegative()]);

/**
 * The messages that have the words of `text` and meet its filters, see `parseMessageQuery`, as `search.messages` describes them. Fails
 * with `invalid` for a bad cursor.
 */
export function findMessages(
  db: Db,
  { text, limit, order, after }: EngineInput<'search.messages'> & { readonly limit: number },
  now: number,
): Result<FoundMessages, AppError> {
  const start = performance.now();
  const cursor = fromCursor(after, 'after', Position);
  if (!cursor.ok) return cursor;
  const query = parseMessageQuery(text);
  const [before, skipped] = cursor.value ?? [Number.MAX_SAFE_INTEGER, 0];
  const found = findHits(db, query, { before, skipped, limit, now, isRanked: order === 'best' });
  const isFruitless = found.ids.length === 0 && found.next === null;
  return ok({
    items: toItems(db, found.ids, query.groups.flat()),
    ...(found.next === null ? {} : { next: toCursor(found.next) }),
    ...(after === undefined ? { total: found.total, totalIsExact: found.totalIsExact } : {}),
    ...(isIndexComplete(db) ? {} : { incomplete: true as const }),
    ...(found.problems.length === 0 ? {} : { problems: [...found.problems] }),
    ...(isFruitless ? toSuggestion(db, text) : {}),
    tookMs: Math.round((performance.now() - start) * 10) / 10,
  });
}

function toSuggestion(db: Db, text: string): Pick<FoundMessages, 'didYouMean'> {
  const didYouMean = correctSpelling(db, text);
  return didYouMean === null ? {} : { didYouMean };
}

function toItems(db: Db, ids: readonly number[], phrases: readonly Phrase[]): FoundMessages['items'] {
  const hits = loadHits(db, ids);
  const people = mapPeopleOf(
    db,
    hits.flatMap(({ message }) => message.conversationId ?? []),
  );
  const handle = getAccount(db)?.handle ?? '';
  return hits.map(({ message, storedText }) => ({
    message: toRowMessage(message),
    conversationId: message.conversationId,
    person: people.get(message.conversationId ?? '') ?? null,
    snippet: toMessageSnippet(storedText, phrases, handle),
  }));
}

/** At most so many messages of a history are found. */
const MOST_IN_HISTORY = 10_000;

/**
 * The messages in the history of a conversation's person that have the words of `text`, newest first; its filters are left out.
 * Fails with `notFound` for an unknown conversation.
 */
export function findInHistory(
  db: Db,
  { conversationId, text }: { readonly conversationId: string; readonly text: string },
): Result<EngineOutput<'search.history'>, AppError> {
  const personId = getPersonIdOf(db, conversationId);
  if (personId === null) return err({ code: 'notFound', what: 'conversation', id: conversationId });
  const match = toMatch(parseMessageQuery(text));
  if (match === null) return ok({ items: [] });
  const items = searchHistory(db, match, personId, MOST_IN_HISTORY);
  return ok({ items, ...(isIndexComplete(db) ? {} : { incomplete: true as const }) });
}
