import { expect, test } from 'vitest';
import { countHits } from '#engine/store/hitMarks.ts';
import { insertHit, listHits } from '#engine/store/hits.ts';
import { migrations } from '#engine/store/migrations/index.ts';
import { openStore } from '#engine/store/open.ts';
import { run } from '#engine/store/sql.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';

const VERSION_BEFORE = migrations.findIndex(({ sql }) => sql.includes('CREATE TABLE unread_hits'));

test('hits of earlier versions count as read, also when another search finds them', () => {
  const dir = testFolder();
  const old = openStore(dir, { migrations: migrations.slice(0, VERSION_BEFORE) });
  if (!old.ok) throw new Error('The old store did not open');
  const db = old.value;
  run(db, `INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES ('1', 'p', 'P', 1, 1)`);
  for (const id of ['s1', 's2'])
    run(
      db,
      `INSERT INTO saved_searches (id, name, terms, takes_all, created_at) VALUES (?, 'S', '{}', 0, 1)`,
      id,
    );
  run(
    db,
    `INSERT INTO messages (id, kind, x_id, version_x_id, role, author_id, person_id, threaded, text, at, captured_at)
     VALUES (1, 'post', '1', '1', 'context', '1', '1', 0, '', 1, 1)`,
  );
  run(db, `INSERT INTO hits VALUES ('s1', 1)`);
  db.close();
  const now = openTestDb(dir);
  const readStates = () =>
    listHits(now, { searchId: null, withHidden: false }, 10, 10).map(({ unread, hidden }) => ({
      unread,
      hidden,
    }));
  expect(readStates()).toEqual([{ unread: false, hidden: false }]);
  insertHit(now, 's2', 1);
  expect(readStates()).toEqual([{ unread: false, hidden: false }]);
  expect(countHits(now)).toEqual({ unread: 0, hidden: 0 });
});
