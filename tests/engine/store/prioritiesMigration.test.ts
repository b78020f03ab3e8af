import { expect, test } from 'vitest';
import { countList, listPage } from '#engine/store/conversationLists.ts';
import { migrations } from '#engine/store/migrations/index.ts';
import { openStore } from '#engine/store/open.ts';
import { get, run } from '#engine/store/sql.ts';
import type { ConversationFilter } from '#shared/domain/conversationFilter.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';

const before = migrations.filter(({ version }) => version < 59);

test('conversations of earlier versions have the usual priority and are counted by it', () => {
  const dir = testFolder();
  const old = openStore(dir, { migrations: before });
  if (!old.ok) throw new Error('The old store did not open');
  run(
    old.value,
    `INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES ('1', 'p', 'P', 1, 1)`,
  );
  for (const id of ['c1', 'c2', 'c3']) {
    run(
      old.value,
      `INSERT INTO conversations (id, person_id, reason, opened_at, status, view, in_queue, last_kind,
         last_direction, last_text, last_at, last_message_id)
       VALUES (?, '1', 'mention', 1, 'open', 'open', 1, 'post', 'in', '', 1, '')`,
      id,
    );
  }
  old.value.close();
  const db = openTestDb(dir);
  const count = (filter: ConversationFilter) => countList(db, { view: 'queue', filter, me: '', now: 1 });
  const all = { view: 'all', filter: {}, me: '', now: 1 } as const;
  expect(listPage(db, all, 'newest', { limit: 9, after: null }).map(({ priority }) => priority)).toEqual(
    Array(3).fill('normal'),
  );
  expect([count({}), count({ priority: 'normal' }), count({ priority: 'urgent' })]).toEqual([3, 3, 0]);
  run(db, `UPDATE conversations SET priority = 'urgent' WHERE id = 'c1'`);
  run(db, `DELETE FROM conversations WHERE id = 'c2'`);
  expect([count({}), count({ priority: 'normal' }), count({ priority: 'urgent' })]).toEqual([2, 1, 1]);
  expect(get(db, 'SELECT sum(n) AS n FROM facets')).toEqual({ n: 2 });
});

test('a priority that does not exist is refused', () => {
  const db = openTestDb();
  run(db, `INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES ('1', 'p', 'P', 1, 1)`);
  const insert = `INSERT INTO conversations (id, person_id, reason, opened_at, status, view, in_queue, last_kind,
      last_direction, last_text, last_at, last_message_id, priority)
    VALUES ('c1', '1', 'mention', 1, 'open', 'open', 1, 'post', 'in', '', 1, '', ?)`;
  expect(() => run(db, insert, 'huge')).toThrow(/CHECK/);
});
