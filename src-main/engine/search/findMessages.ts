import type { EngineOutput } from '#shared/contract/engine.ts';
import { type MessageQuery, parseMessageQuery } from '#shared/domain/messageQuery.ts';
import type { AppError } from '#shared/errors.ts';
import type { Phrase } from '#shared/findWords.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { fromCursor, RowPosition, toCursor } from '../conversations/cursor.ts';
import { getAccount } from '../store/account.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import { mapPeopleOf } from '../store/namedPeople.ts';
import type { Db } from '../store/open.ts';
import { isIndexComplete } from '../store/searchIndex.ts';
import { type HitPage, searchHistory, searchMessages } from '../store/searchMessages.ts';
import { correctSpelling } from './correctSpelling.ts';
import { findFiltered } from './findFiltered.ts';
import { planSearch } from './planSearch.ts';
import { toRowMessage } from './rowMessage.ts';
import { toMessageSnippet } from './snippet.ts';
import { toMatch } from './toMatch.ts';

/** A page of search results. */
export type FoundMessages = EngineOutput<'search.messages'>;

/**
 * The newest messages that have the words of `text` and meet its filters, see `parseMessageQuery`. `next` is set if more may follow,
 * which can be without a hit on this page: rare ones are looked for among so many messages at a time. `incomplete` is set while
 * older messages are not indexed, `problems` name what was left out, and `didYouMean` may correct the words if nothing was found. Fails with `invalid` for a bad cursor.
 */
export function findMessages(
  db: Db,
  request: { readonly text: string; readonly limit: number; readonly after?: string | undefined },
  now: number,
): Result<FoundMessages, AppError> {
  const cursor = fromCursor(request.after, 'after', RowPosition);
  if (!cursor.ok) return cursor;
  const query = parseMessageQuery(request.text);
  const before = cursor.value?.[0] ?? Number.MAX_SAFE_INTEGER;
  const { hits, next, problems } = findPage(db, query, { before, limit: request.limit, now });
  const isFruitless = hits.length === 0 && next === null && request.after === undefined;
  return ok({
    items: toItems(db, hits, query.groups.flat()),
    ...(next === null ? {} : { next: toCursor([next]) }),
    ...(isIndexComplete(db) ? {} : { incomplete: true as const }),
    ...(problems.length === 0 ? {} : { problems: [...problems] }),
    ...(isFruitless ? toSuggestion(db, request.text) : {}),
  });
}

function toSuggestion(db: Db, text: string): Pick<FoundMessages, 'didYouMean'> {
  const didYouMean = correctSpelling(db, text);
  return didYouMean === null ? {} : { didYouMean };
}

interface PageRequest {
  readonly before: number;
  readonly limit: number;
  readonly now: number;
}

function findPage(
  db: Db,
  query: MessageQuery,
  { before, limit, now }: PageRequest,
): HitPage & Pick<MessageQuery, 'problems'> {
  const match = toMatch(query);
  if (query.filters.length > 0 || (match === null && query.excluded.length > 0)) {
    const plan = planSearch(db, query.filters, now);
    return {
      ...findFiltered(db, query, plan, { before, limit }),
      problems: [...query.problems, ...plan.problems],
    };
  }
  const page = match === null ? { hits: [], next: null } : searchMessages(db, match, before, limit);
  return { ...page, problems: query.problems };
}

function toItems(db: Db, hits: HitPage['hits'], phrases: readonly Phrase[]): FoundMessages['items'] {
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
