import { describe, expect, test } from 'vitest';
import { eraseMessage, markChecked } from '#engine/store/deletions.ts';
import type { Db } from '#engine/store/open.ts';
import { rowIdFloor } from '#engine/store/rowIds.ts';
import { all, inTransaction, run } from '#engine/store/sql.ts';
import { listUncheckedPosts, type UncheckedPost, type UncheckedQuery } from '#engine/store/uncheckedPosts.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { seededRandom } from '../../../bench/corpus.ts';
import { MORNING } from '../../support/builders.ts';
import { openTestDb } from '../../support/openTestDb.ts';

const NOW = MORNING;
const recent = { posts: NOW - 30 * DAY_MS, hits: NOW - 7 * DAY_MS };
const everything: UncheckedQuery = { checkedBefore: NOW - 20 * HOUR_MS, recent, limit: 100 };

/** The list of pages, and how many there were. `between` is called after each with its number. */
function listInPages(db: Db, query: UncheckedQuery, between = (_page: number) => {}) {
  const steps = listUncheckedPosts(db, query);
  for (let page = 1; ; page += 1) {
    const step = steps.next();
    if (step.done) return { posts: step.value, pages: page - 1 };
    between(page);
  }
}

/** The same posts by one plain statement. */
function listAtOnce(db: Db, { checkedBefore, recent: since, limit }: UncheckedQuery): UncheckedPost[] {
  const text = `WITH unresolved AS (SELECT * FROM conversations WHERE view <> 'resolved'),
    shown AS (SELECT m.id FROM messages m JOIN unresolved c ON c.id = m.conversation_id
      UNION SELECT x.message_id FROM contexts x JOIN messages w ON w.id = x.for_message_id
        JOIN unresolved c ON c.id = w.conversation_id AND c.person_id = x.person_id)
    SELECT id, version_x_id AS versionXId, id NOT IN shown AS isResolved FROM messages m
    WHERE +kind = 'post' AND deleted_at IS NULL AND coalesce(checked_at, 0) < :before AND x_id NOT LIKE '0%'
      AND (id IN shown OR id >= :posts AND (id >= :hits OR conversation_id IS NOT NULL
        OR id NOT IN (SELECT message_id FROM hits)))
    ORDER BY isResolved, coalesce(checked_at, 0), id LIMIT :limit`;
  const bound = { posts: rowIdFloor(since.posts), hits: rowIdFloor(since.hits) };
  return all(db, text, { before: checkedBefore, limit, ...bound });
}

interface Stored {
  readonly at: number;
  readonly conversation: string | null;
  readonly checkedAt?: number | null;
  readonly kind?: 'post' | 'dm';
  readonly xId?: string;
  readonly deletedAt?: number | null;
}

type Store = ReturnType<typeof createStore>;

function createStore() {
  const db = openTestDb();
  db.pragma('foreign_keys = OFF');
  let n = 0;
  return {
    db,
    putConversation: (id: string, view: string, lastAt: number, person = `p${id}`) =>
      run(
        db,
        `INSERT INTO conversations (id, person_id, reason, opened_at, status, view, in_queue, last_kind, last_direction, last_text,
          last_at, last_message_id) VALUES (?, ?, 'mention', 1, 'open', ?, 0, 'post', 'in', '', ?, 'x')`,
        ...[id, person, view, lastAt],
      ),
    putMessage: ({ at, conversation, checkedAt = null, kind = 'post', xId, deletedAt = null }: Stored) => {
      n += 1;
      const id = rowIdFloor(at) + n;
      const text = `INSERT INTO messages (id, kind, x_id, version_x_id, role, author_id, person_id, conversation_id, threaded, text, at,
        captured_at, checked_at, deleted_at) VALUES (?, ?, ?, ?, 'wanted', 'p', 'p', ?, 1, '', ?, ?, ?, ?)`;
      const x = xId ?? String(n);
      run(db, text, BigInt(id), kind, x, `${x}-1`, conversation, at, at, checkedAt, deletedAt);
      return id;
    },
    putContext: (person: string, message: number, shownFor: number) =>
      run(db, 'INSERT OR IGNORE INTO contexts VALUES (?, ?, ?)', person, message, shownFor),
    putHit: (message: number) => run(db, "INSERT OR IGNORE INTO hits VALUES ('s', ?)", message),
  };
}

const storedViews = ['open', 'pending', 'snoozed', 'resolved', 'resolved'];

function fillAtRandom({ db, putConversation, putMessage, putContext, putHit }: Store, seed: number): void {
  for (const table of ['contexts', 'hits', 'messages', 'conversations']) run(db, `DELETE FROM ${table}`);
  const random = seededRandom(seed);
  const upTo = (count: number) => Math.floor(random() * count);
  const pick = <T>(items: readonly T[]): T => items[upTo(items.length)] as T;
  const conversations = Array.from({ length: 1 + upTo(25) }, (_, nth) => `c${nth}`);
  // Many have the same last time, and some people have two conversations.
  for (const id of conversations)
    putConversation(id, pick(storedViews), NOW - upTo(4) * DAY_MS, `p${upTo(15)}`);
  const messages = Array.from({ length: upTo(150) }, () =>
    putMessage({
      at: NOW - upTo(60) * DAY_MS,
      conversation: pick([null, 'c0', pick(conversations)]),
      checkedAt: pick([null, NOW, NOW - upTo(3) * DAY_MS]),
      kind: pick(['post', 'post', 'dm']),
      deletedAt: pick([null, null, null, NOW]),
      ...(upTo(10) === 0 ? { xId: `0${random()}` } : {}),
    }),
  );
  if (messages.length === 0) return;
  for (let left = upTo(80); left > 0; left -= 1) putContext(`p${upTo(15)}`, pick(messages), pick(messages));
  for (let left = upTo(40); left > 0; left -= 1) putHit(pick(messages));
}

describe('the posts that are due for a check, a page at a time', () => {
  test('are those of one plain statement, in its order, whatever the pages', () => {
    const store = createStore();
    let listed = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      inTransaction(store.db, () => fillAtRandom(store, seed));
      for (const pageSize of [2, 7, 1_000]) {
        for (const limit of [3, 100]) {
          const query = { ...everything, limit };
          const expected = listAtOnce(store.db, query);
          expect(listInPages(store.db, { ...query, pageSize }).posts, `seed ${seed}`).toEqual(expected);
          listed += expected.length;
        }
      }
    }
    expect(listed).toBeGreaterThan(500);
  });

  test('take pages of so many rows, however long a conversation is and however little is shown in others', () => {
    const { db, putConversation, putMessage } = createStore();
    inTransaction(db, () => {
      putConversation('long', 'open', NOW);
      for (let nth = 0; nth < 50; nth += 1) putConversation(`c${nth}`, 'pending', NOW);
      for (let nth = 0; nth < 100; nth += 1)
        putMessage({ at: NOW - nth, conversation: 'long', checkedAt: NOW });
    });
    // 100 messages, 50 conversations without any, 51 without context, and 100 recent posts.
    expect(listInPages(db, { ...everything, pageSize: 10 }).pages).toBeGreaterThanOrEqual(10 + 5 + 5 + 10);
    expect(listInPages(db, everything).pages).toBe(7);
  });

  test('are not followed by recent ones that could not be listed anyway', () => {
    const { db, putConversation, putMessage } = createStore();
    putConversation('c', 'open', NOW);
    for (let nth = 0; nth < 3; nth += 1) putMessage({ at: NOW - nth, conversation: 'c' });
    expect(listInPages(db, { ...everything, limit: 4 })).toMatchObject({ posts: { length: 3 }, pages: 7 });
    expect(listInPages(db, { ...everything, limit: 3 })).toMatchObject({ posts: { length: 3 }, pages: 6 });
  });
});

describe('what changes between two pages', () => {
  const OLD = NOW - 60 * DAY_MS;

  /** Ten unresolved conversations, each with an old post, a recent one, and an old one that is shown with them. */
  function fill({ putConversation, putMessage, putContext }: Store): void {
    for (let nth = 0; nth < 10; nth += 1) {
      const conversation = `c${nth}`;
      putConversation(conversation, nth % 2 ? 'open' : 'pending', NOW - nth);
      putMessage({ at: OLD + nth, conversation });
      const message = putMessage({ at: NOW - HOUR_MS + nth, conversation });
      putContext(`p${conversation}`, putMessage({ at: OLD - HOUR_MS - nth, conversation: null }), message);
    }
  }

  const changes: Readonly<Record<string, (db: Db) => void>> = {
    'conversations are resolved': (db) =>
      run(db, "UPDATE conversations SET view = 'resolved' WHERE id < 'c6'"),
    'all conversations are resolved': (db) => run(db, "UPDATE conversations SET view = 'resolved'"),
    'conversations change their place': (db) => {
      run(db, 'UPDATE conversations SET last_at = last_at + 7');
      run(db, "UPDATE conversations SET view = iif(view = 'open', 'pending', 'snoozed') WHERE id > 'c3'");
    },
    'posts are checked': (db) => markChecked(db, every(2, idsOf(db)), NOW),
    'posts are erased': (db) => {
      for (const id of every(3, idsOf(db))) eraseMessage(db, id, NOW);
    },
    'a person is erased': (db) => {
      run(db, "DELETE FROM contexts WHERE person_id = 'pc1'");
      run(db, "DELETE FROM messages WHERE conversation_id = 'c1'");
      run(db, "DELETE FROM conversations WHERE id = 'c1'");
    },
    'a post moves to a conversation that is over': (db) => {
      run(db, "UPDATE conversations SET view = 'resolved' WHERE id = 'c9'");
      run(db, "UPDATE messages SET conversation_id = 'c9' WHERE conversation_id = 'c8'");
    },
  };
  const every = (step: number, ids: readonly number[]) => ids.filter((_, nth) => nth % step === 0);
  const idsOf = (db: Db) =>
    all<{ id: number }>(db, 'SELECT id FROM messages ORDER BY id').map(({ id }) => id);

  test.each(Object.entries(changes))('%s: only what is due then is listed, once', (_, change) => {
    const { db, ...store } = createStore();
    inTransaction(db, () => fill({ db, ...store }));
    const query = { ...everything, pageSize: 4 };
    let listed = 0;
    for (let at = 1, pages = 1; at <= pages; at += 1) {
      db.exec('BEGIN');
      const found = listInPages(db, query, (page) => {
        if (page === at) change(db);
      });
      const ids = found.posts.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const due = listAtOnce(db, query);
      for (const post of found.posts) expect(due).toContainEqual(post);
      db.exec('ROLLBACK');
      listed += ids.length;
      pages = found.pages;
    }
    expect(listed).toBeGreaterThan(0);
  });
});
