import { expect, test } from 'vitest';
import { migrations } from '#engine/store/migrations/index.ts';
import { openStore } from '#engine/store/open.ts';
import { all, get, run } from '#engine/store/sql.ts';
import { countViews, listView } from '../../support/lists.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';

const VERSION_BEFORE = migrations.findIndex(({ sql }) => sql.includes('CREATE TABLE saved_views'));

test('conversations of earlier versions have a language and are counted', () => {
  const dir = testFolder();
  const old = openStore(dir, { migrations: migrations.slice(0, VERSION_BEFORE) });
  if (!old.ok) throw new Error('The old store did not open');
  const db = old.value;
  run(db, `INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES ('1', 'p', 'P', 1, 1)`);
  for (const [id, view, inQueue, agent] of [
    ['c1', 'open', 1, null],
    ['c2', 'resolved', 0, null],
    ['c3', 'open', 0, 'a1'],
  ] as const) {
    run(
      db,
      `INSERT INTO conversations (id, person_id, reason, agent, opened_at, status, view, in_queue, due_at, last_kind,
         last_direction, last_text, last_at, last_message_id)
       VALUES (?, '1', 'mention', ?, 1, 'open', ?, ?, 1, 'post', 'in', '', 1, '')`,
      id,
      agent,
      view,
      inQueue,
    );
  }
  for (const [n, lang] of [
    [1, 'fr'],
    [2, 'nl'],
    [3, 'und'],
  ] as const) {
    run(
      db,
      `INSERT INTO messages (id, kind, x_id, version_x_id, role, author_id, person_id, conversation_id, threaded, text, at, lang,
         captured_at) VALUES (?, 'post', ?, ?, 'wanted', '1', '1', 'c1', 1, '', 1, ?, 1)`,
      n,
      String(n),
      String(n),
      lang,
    );
  }
  db.close();
  const now = openTestDb(dir);
  expect(countViews(now, 'a1')).toMatchObject({ queue: 1, mine: 1, open: 2, resolved: 1, all: 3 });
  expect(listView(now, 'queue').map(({ id }) => id)).toEqual(['c1']);
  expect(all(now, 'SELECT id, lang FROM conversations ORDER BY id')).toEqual([
    { id: 'c1', lang: 'nl' },
    { id: 'c2', lang: null },
    { id: 'c3', lang: null },
  ]);
  run(now, `UPDATE conversations SET view = 'resolved', in_queue = 0 WHERE id = 'c1'`);
  expect(countViews(now, 'a1')).toMatchObject({ queue: 0, open: 1, resolved: 2 });
  expect(get(now, 'SELECT min(n) AS n FROM facets')).toEqual({ n: 0 });
});
