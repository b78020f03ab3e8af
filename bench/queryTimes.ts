import { toCursor } from '#engine/conversations/cursor.ts';
import { countConversations } from '#engine/conversations/listConversations.ts';
import { findMessages } from '#engine/search/findMessages.ts';
import { countList, type ListQuery, listPage } from '#engine/store/conversationLists.ts';
import { listHistory } from '#engine/store/history.ts';
import type { Db } from '#engine/store/open.ts';
import { get } from '#engine/store/sql.ts';
import { seededRandom } from './corpus.ts';
import { type Percentiles, repeated, timed, toPercentiles } from './measure.ts';
import { typedWords } from './texts.ts';

const queue: ListQuery = { view: 'queue', filter: {}, me: '', now: Number.MAX_SAFE_INTEGER };

/** Durations of the engine's most frequent queries, in milliseconds. */
export interface FrequentTimes {
  readonly lookup: Percentiles;
  readonly queue: Percentiles;
  readonly history: Percentiles;
  readonly search: Percentiles;
}

export interface QueryTimes extends FrequentTimes {
  /** A page for which all conversations of a view are read and one is selected. */
  readonly filtered: Percentiles;
  /** The counts of all views, and of a list that only the conversations themselves can tell. */
  readonly counts: Percentiles;
  readonly countWaiting: Percentiles;
}

/** A query with what it is about chosen already. */
type Query = (db: Db, random: () => number) => () => unknown;

const someone = (random: () => number) => String(1 + Math.floor(random() * 1_000));

export const lookUp: Query = (db, random) => {
  const id = someone(random);
  return () => get(db, 'SELECT * FROM people WHERE x_id = ?', id);
};

export const pageOfQueue: Query = (db) => () => listPage(db, queue, 'urgent', { limit: 50, after: null });

/** A search as somebody types it. */
export const searchAsTyped: Query = (db, random) => {
  const text = typedWords(random);
  return () => findMessages(db, { text, limit: 50 }, Date.now());
};

const timesOf = (db: Db, random: () => number) => (count: number, query: Query) =>
  repeated(count, () => query(db, random)());

/** Durations of searches alone. */
export const measureSearch = (db: Db): Percentiles => timesOf(db, seededRandom(11))(2_000, searchAsTyped);

/** The first and the last page of hits of a word that a great part of all messages has, in turn. */
export function measureHitPages(db: Db): { readonly first: Percentiles; readonly last: Percentiles } {
  // More hits than a page has are older.
  const old = get<{ id: number }>(db, 'SELECT id FROM messages ORDER BY id LIMIT 1 OFFSET 1000');
  const page = (after?: string) => () => findMessages(db, { text: 'the', limit: 50, after }, Date.now());
  const [first, last] = [page(), page(toCursor([old?.id ?? 0, 0]))];
  const times = { first: [] as number[], last: [] as number[] };
  for (let turn = 0; turn < 500; turn += 1) {
    times.first.push(timed(first).ms);
    times.last.push(timed(last).ms);
  }
  return { first: toPercentiles(times.first), last: toPercentiles(times.last) };
}

export function measureFrequent(db: Db): FrequentTimes {
  const random = seededRandom(11);
  const times = timesOf(db, random);
  return {
    lookup: times(2_000, lookUp),
    queue: times(500, pageOfQueue),
    history: times(500, () => {
      const id = someone(random);
      return () => listHistory(db, id, Number.MAX_SAFE_INTEGER, 50);
    }),
    search: times(2_000, searchAsTyped),
  };
}

/** Those too that read all conversations of a view. */
export function measureQueries(db: Db): QueryTimes {
  const times = timesOf(db, seededRandom(11));
  return {
    ...measureFrequent(db),
    filtered: times(50, () => () => {
      listPage(db, { ...queue, view: 'open', filter: { lang: 'fi' } }, 'newest', { limit: 50, after: null });
    }),
    counts: times(500, () => () => countConversations(db, queue)),
    countWaiting: times(50, () => () => {
      countList(db, { ...queue, view: 'open', filter: { waitingMinutes: 1, unread: true } });
    }),
  };
}
