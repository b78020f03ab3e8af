import { countConversations } from '#engine/conversations/listConversations.ts';
import { findMessages } from '#engine/search/findMessages.ts';
import { countList, type ListQuery, listPage } from '#engine/store/conversationLists.ts';
import { listHistory } from '#engine/store/history.ts';
import type { Db } from '#engine/store/open.ts';
import { get } from '#engine/store/sql.ts';
import { randomRank, seededRandom, wordAt } from './corpus.ts';
import { type Percentiles, repeated } from './measure.ts';

const queue: ListQuery = { view: 'queue', filter: {}, me: '', now: Number.MAX_SAFE_INTEGER };

/** Durations of the engine's most frequent queries, in milliseconds. */
export interface QueryTimes {
  readonly lookup: Percentiles;
  readonly queue: Percentiles;
  /** A page for which all conversations of a view are read and one is selected. */
  readonly filtered: Percentiles;
  /** The counts of all views, and of a list that only the conversations themselves can tell. */
  readonly counts: Percentiles;
  readonly countWaiting: Percentiles;
  readonly history: Percentiles;
  readonly search: Percentiles;
}

export function measureQueries(db: Db): QueryTimes {
  const random = seededRandom(11);
  const someone = () => String(1 + Math.floor(random() * 1_000));
  return {
    lookup: repeated(2_000, () => {
      get(db, 'SELECT * FROM people WHERE x_id = ?', someone());
    }),
    queue: repeated(500, () => {
      listPage(db, queue, 'urgent', { limit: 50, after: null });
    }),
    filtered: repeated(50, () => {
      listPage(db, { ...queue, view: 'open', filter: { lang: 'fi' } }, 'newest', { limit: 50, after: null });
    }),
    counts: repeated(500, () => {
      countConversations(db, queue);
    }),
    countWaiting: repeated(50, () => {
      countList(db, { ...queue, view: 'open', filter: { waitingMinutes: 1, unread: true } });
    }),
    history: repeated(500, () => {
      listHistory(db, someone(), Number.MAX_SAFE_INTEGER, 50);
    }),
    search: repeated(2_000, (n) => {
      findMessages(db, { text: randomQuery(n, random), limit: 50 });
    }),
  };
}

/** A search as a user types it: one to three words, every other time only the first three letters. */
export function randomQuery(n: number, random: () => number): string {
  const words = Array.from({ length: 1 + (n % 3) }, () => wordAt(randomRank(random)));
  return words.join(' ').slice(0, n % 2 === 0 ? 3 : 80);
}
