import { hasWords, type MessageQuery } from '#shared/domain/messageQuery.ts';
import {
  filterMessages,
  listNewestMessages,
  listNewestMessagesIn,
  listNewestMessagesOf,
  mapTexts,
  type RowRange,
} from '../store/filteredMessages.ts';
import { listMatches, type Matches } from '../store/indexQuestions.ts';
import type { Db } from '../store/open.ts';
import type { SearchPlan } from './planSearch.ts';
import { toMatch } from './toMatch.ts';

/** How many messages are examined at a time, so that a filter that nothing meets does not hold up the engine. */
export const MOST_EXAMINED = 4_000;
/** Filters that select more conversations than that are conditions, not a way to the messages. */
const MOST_CONVERSATIONS = 2_000;

/**
 * The newest messages before the row id `before` that meet a plan and have the words of a query: those among so many that are
 * examined. `end` can be set without any.
 *
 *     candidates, newest first  ->  that meet the conditions  ->  that have the words
 *     by the index of words,        in SQL                        unless the index
 *     or by conversation or                                       has found them
 *     person where few match
 */
export function findFiltered(db: Db, query: MessageQuery, plan: SearchPlan, before: number): Matches {
  const range = { from: plan.range.from, before: Math.min(plan.range.before, before) };
  const { ids, end, haveWords } = listCandidates(db, query, plan, range);
  const met = filterMessages(db, ids, plan.conditions);
  return { ids: haveWords ? met : keepWithWords(db, met, query), end };
}

/** At most `MOST_EXAMINED`, newest first. */
interface Candidates extends Matches {
  /** They were found by their words. */
  readonly haveWords: boolean;
}

function listCandidates(db: Db, query: MessageQuery, plan: SearchPlan, range: RowRange): Candidates {
  const match = toMatch(query);
  const few = listFew(db, plan, range);
  if (few === null && match !== null)
    return { ...listMatches(db, match, range, MOST_EXAMINED), haveWords: true };
  const ids = few ?? listNewestMessages(db, range, MOST_EXAMINED);
  return { ids, end: ids.length < MOST_EXAMINED ? null : (ids.at(-1) ?? null), haveWords: false };
}

/** The messages of the people or the conversations that the filters name, if they are few. */
function listFew(db: Db, { people, conversations }: SearchPlan, range: RowRange): number[] | null {
  if (people !== null) return listNewestMessagesOf(db, people, range, MOST_EXAMINED);
  for (const some of conversations) {
    const ids = listNewestMessagesIn(db, some, MOST_CONVERSATIONS, range, MOST_EXAMINED);
    if (ids !== null) return ids;
  }
  return null;
}

function keepWithWords(db: Db, ids: readonly number[], query: MessageQuery): readonly number[] {
  if (query.groups.length === 0 && query.excluded.length === 0) return ids;
  const texts = mapTexts(db, ids);
  return ids.filter((id) => hasWords(texts.get(id) ?? '', query));
}
