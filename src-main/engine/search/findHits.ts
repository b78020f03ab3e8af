import type { MessageQuery } from '#shared/domain/messageQuery.ts';
import { listMatches, type Matches, rankMatches } from '../store/indexQuestions.ts';
import type { Db } from '../store/open.ts';
import { findFiltered, MOST_EXAMINED } from './findFiltered.ts';
import { planSearch } from './planSearch.ts';
import { toMatch } from './toMatch.ts';

/** How far the matches of words alone are counted, if a page is not longer: more would take longer than finding a page of them. */
const MOST_COUNTED = 100;

/** Which hits a page has. */
export interface HitRequest {
  /** The row id before which the messages are. */
  readonly before: number;
  /** How many of them earlier pages had. */
  readonly skipped: number;
  readonly limit: number;
  readonly now: number;
  /** Whether the best come first, not the newest. */
  readonly isRanked: boolean;
}

/** A page of hits. */
export interface Hits extends Pick<MessageQuery, 'problems'> {
  /** Row ids of messages. */
  readonly ids: readonly number[];
  /** `before` and `skipped` of the next page; null if this is the last. It can have hits though this one has none. */
  readonly next: readonly [before: number, skipped: number] | null;
  /** How many messages before `before` match. */
  readonly total: number;
  /** False if more may match than were counted. */
  readonly totalIsExact: boolean;
}

/**
 * A page of the messages that match a query. Messages are ranked among the newest 4,000 that match or are examined, then among the next:
 * FTS5 would rank all of them for each page.
 */
export function findHits(db: Db, query: MessageQuery, request: HitRequest): Hits {
  const { ids, end, problems } = findMatches(db, query, request);
  const counted = { total: ids.length, totalIsExact: end === null, problems };
  const { skipped, limit } = request;
  const match = request.isRanked ? toMatch(query) : null;
  const page = (match === null ? ids : rank(db, match, ids)).slice(skipped, skipped + limit);
  const isLast = skipped + limit >= ids.length;
  // A page is found again among the matches of the one before it, because they are ranked together.
  const same =
    match === null ? ([page.at(-1) ?? 0, 0] as const) : ([request.before, skipped + limit] as const);
  const older = end === null ? null : ([end, 0] as const);
  return { ids: page, next: isLast ? older : same, ...counted };
}

/** The best first; last those that are not in the index yet. */
function rank(db: Db, match: string, ids: readonly number[]): readonly number[] {
  const ranked = rankMatches(db, match, ids);
  const known = new Set(ranked);
  return [...ranked, ...ids.filter((id) => !known.has(id))];
}

function findMatches(
  db: Db,
  query: MessageQuery,
  { before, limit, now, isRanked }: HitRequest,
): Matches & Pick<MessageQuery, 'problems'> {
  if (query.filters.length > 0 || (query.groups.length === 0 && query.excluded.length > 0)) {
    const plan = planSearch(db, query.filters, now);
    return { ...findFiltered(db, query, plan, before), problems: [...query.problems, ...plan.problems] };
  }
  const match = toMatch(query);
  const isFirst = before === Number.MAX_SAFE_INTEGER;
  const most = isRanked ? MOST_EXAMINED : isFirst ? Math.max(MOST_COUNTED, limit) : limit;
  const found = match === null ? { ids: [], end: null } : listMatches(db, match, { from: 0, before }, most);
  return { ...found, problems: query.problems };
}
