import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { type ListPosition, listPage } from '#engine/store/conversationLists.ts';
import { migrations, newestVersion } from '#engine/store/migrations/index.ts';
import { type Db, openStore } from '#engine/store/open.ts';
import { all, get, run } from '#engine/store/sql.ts';
import type { ListSort } from '#shared/domain/viewOrder.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';

const VERSION = migrations.findIndex(({ sql }) => sql.includes('DROP INDEX conversations_last')) + 1;

/** A store from before, with a conversation in each view. */
function createOldStore(): string {
  const dir = testFolder();
  const old = openStore(dir, { migrations: migrations.slice(0, VERSION - 1) });
  if (!old.ok) throw new Error('The old store did not open');
  const db = old.value;
  run(db, `INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES ('1', 'p', 'P', 1, 1)`);
  for (const [at, view] of ['open', 'pending', 'snoozed', 'resolved'].entries()) {
    run(
      db,
      `INSERT INTO conversations (id, person_id, reason, opened_at, status, view, in_queue, last_kind, last_direction, last_text,
         last_at, last_message_id) VALUES (?, '1', 'mention', 1, 'open', ?, 0, 'post', 'in', '', ?, '')`,
      `c${at}`,
      view,
      10 - at,
    );
  }
  db.close();
  return dir;
}

const insertMessage = (db: Db, role: string, reason: string | null) =>
  run(
    db,
    `INSERT INTO messages (id, kind, x_id, version_x_id, role, reason, author_id, person_id, threaded, text, at, captured_at)
     VALUES (NULL, 'post', hex(randomblob(8)), '1', ?, ?, '1', '1', 0, '', 1, 1)`,
    role,
    reason,
  );

describe('a store of an earlier version', () => {
  test('keeps its conversations, in order', () => {
    const db = openTestDb(createOldStore());
    const list = (sort: ListSort, after: ListPosition | null, limit = 50) =>
      listPage(db, { view: 'all', filter: {}, me: '', now: 1 }, sort, { limit, after }).map(({ id }) => id);
    expect(list('newest', null)).toEqual(['c0', 'c1', 'c2', 'c3']);
    expect(list('oldest', null)).toEqual(['c3', 'c2', 'c1', 'c0']);
    expect(list('newest', { at: 9, id: 'c1' })).toEqual(['c2', 'c3']);
    expect(list('oldest', { at: 8, id: 'c2' }, 1)).toEqual(['c1']);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  test('allows and refuses what it did, and no other program can change its schema', () => {
    const db = openTestDb(createOldStore());
    for (const role of ['wanted', 'own', 'context']) insertMessage(db, role, null);
    insertMessage(db, 'wanted', 'keyword');
    expect(() => insertMessage(db, 'other', null)).toThrow(/CHECK constraint failed: role =/);
    expect(() => insertMessage(db, 'wanted', 'other')).toThrow(/CHECK constraint failed: reason =/);
    expect(() => run(db, `UPDATE conversations SET view = 'other'`)).toThrow(/CHECK constraint failed/);
    expect(() => run(db, `UPDATE conversations SET set_status = 'new'`)).toThrow(/CHECK constraint failed/);
    expect(() => run(db, `UPDATE sqlite_schema SET sql = ''`)).toThrow(/may not be modified/);
  });

  test('migrates as if nothing had been when its migration is killed', async () => {
    const dir = createOldStore();
    const url = (path: string) =>
      JSON.stringify(new URL(`../../../src-main/engine/store/${path}`, import.meta.url).href);
    const endless = 'WITH RECURSIVE n(v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM n) SELECT max(v) FROM n;';
    // The last step is asked for its statement after all before it were taken, within their transaction.
    const program = `
      import { writeSync } from 'node:fs';
      import { migrations } from ${url('migrations/index.ts')};
      import { openStore } from ${url('open.ts')};
      const last = { version: ${VERSION + 1}, get sql() { writeSync(1, 'taken'); return ${JSON.stringify(endless)}; } };
      openStore(${JSON.stringify(dir)}, { migrations: [...migrations.slice(0, ${VERSION}), last] });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [written] = await once(child.stdout, 'data');
    expect(String(written)).toBe('taken');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const db = openTestDb(dir);
    expect(get(db, 'PRAGMA user_version')).toEqual({ user_version: newestVersion });
    expect(all(db, 'SELECT id FROM conversations')).toHaveLength(4);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});
