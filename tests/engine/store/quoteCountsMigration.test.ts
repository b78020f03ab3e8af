import { expect, test } from 'vitest';
import { migrations } from '#engine/store/migrations/index.ts';
import { type Db, openStore } from '#engine/store/open.ts';
import { all } from '#engine/store/sql.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';

const insertPost = (db: Db, id: number, role: string, author: string, more: Record<string, unknown> = {}) => {
  const row = { reason: null, quotes: '[]', in_reply_to: null, ...more };
  db.prepare(
    `INSERT INTO messages (id, kind, x_id, version_x_id, role, reason, author_id, person_id, threaded, text, at, in_reply_to,
       links, media, captured_at, unreadable, quotes)
     VALUES (?, 'post', ?, ?, ?, ?, ?, ?, 1, 'x', ?, ?, '[]', '[]', 0, 0, ?)`,
  ).run(id, `${id}`, `${id}`, role, row.reason, author, author, id, row.in_reply_to, row.quotes);
};

test('quotes of somebody else become mentions as far as the quoted posts are known', () => {
  const dir = testFolder();
  const opened = openStore(dir, { migrations: migrations.slice(0, 12) });
  if (!opened.ok) throw new Error('not opened');
  const db = opened.value;
  for (const person of ['me', 'anna', 'bob', 'carl', 'dora', 'eve']) {
    db.prepare(
      `INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES (?, ?, ?, 0, 0)`,
    ).run(person, person, person);
  }
  insertPost(db, 1, 'own', 'me');
  insertPost(db, 2, 'context', 'bob');
  const quote = { reason: 'quote' };
  insertPost(db, 11, 'wanted', 'anna', quote);
  insertPost(db, 12, 'wanted', 'carl', quote);
  insertPost(db, 13, 'wanted', 'dora', quote);
  insertPost(db, 14, 'wanted', 'eve', { ...quote, quotes: '["2"]' });
  insertPost(db, 15, 'wanted', 'eve', { ...quote, quotes: '["1"]' });
  insertPost(db, 16, 'wanted', 'eve', { ...quote, quotes: '["99"]' });
  db.exec(`INSERT INTO contexts VALUES ('anna', 2, 11), ('carl', 1, 12)`);
  db.close();
  const reasons = all<{ id: number; reason: string }>(
    openTestDb(dir),
    `SELECT id, reason FROM messages WHERE role = 'wanted' ORDER BY id`,
  );
  expect(reasons.map(({ id, reason }) => `${id} ${reason}`)).toEqual([
    '11 mention',
    '12 quote',
    '13 quote',
    '14 mention',
    '15 quote',
    '16 quote',
  ]);
});
