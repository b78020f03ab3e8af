import { expect, test } from 'vitest';
import { type ListQuery, listPage } from '#engine/store/conversationLists.ts';
import { listHistory } from '#engine/store/history.ts';
import { listMatches } from '#engine/store/indexQuestions.ts';
import type { Db } from '#engine/store/open.ts';
import { loadHits } from '#engine/store/searchMessages.ts';
import { run } from '#engine/store/sql.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';

/** How many temporary trees an execution of each statement that `work` runs builds, by the beginning of the statement. */
async function treesOf(db: Db, work: (spy: Db) => unknown): Promise<Record<string, number>> {
  const trees: Record<string, number> = {};
  const spy = new Proxy(db, {
    get: (target, property) => {
      if (property !== 'prepare') return Reflect.get(target, property);
      return (text: string) => {
        const program = target.prepare(`EXPLAIN ${text}`);
        return new Proxy(target.prepare(text), {
          get: (statement, name) => {
            if (name !== 'all' && name !== 'get' && name !== 'run') return Reflect.get(statement, name);
            return (...values: unknown[]) => {
              const steps = program.all(...values) as { opcode: string }[];
              const built = steps.filter(({ opcode }) => /^Open(Ephemeral|Autoindex)$/.test(opcode)).length;
              trees[text.replaceAll(/\s+/g, ' ').slice(0, 60)] = built;
              return statement[name](...values);
            };
          },
        });
      };
    },
  });
  await work(spy);
  return trees;
}

test('storing a message builds no temporary tree for it, only some for a page', async () => {
  const trees = await treesOf(openTestDb(), async (db) => {
    const engine = testEngine(db);
    await engine.capture([someMessage({ at: MORNING }), someMessage({ at: MORNING + 1, personId: '2' })]);
    await engine.capture([someMessage({ at: MORNING + 2 })]);
    await engine.capture([someMessage({ at: MORNING + 3, role: 'own' })]);
  });
  const perRow = [
    'INSERT INTO messages (',
    'UPDATE messages SET',
    'INSERT INTO conversations (',
    'UPDATE conversations SET',
  ];
  for (const start of perRow) expect(Object.keys(trees).some((text) => text.startsWith(start))).toBe(true);
  expect(Object.fromEntries(Object.entries(trees).filter(([, count]) => count > 0))).toEqual({
    'SELECT DISTINCT value AS id FROM json_each(?) WHERE NOT EXIS': 1,
    "UPDATE people SET handle = '', handle_lost_at = ?, updated_a": 1,
    'INSERT OR IGNORE INTO people (x_id, handle, name, first_seen': 1,
    "SELECT id, kind, x_id AS xId, role, coalesce(reason, 'mentio": 1,
    'SELECT c.id, c.person_id AS personId, c.opened_at AS openedA': 1,
    'UPDATE conversations SET snoozed_until = NULL WHERE snoozed_': 2,
    'WITH answered AS MATERIALIZED (SELECT c.id, c.opened_at, c.s': 2,
    // For a reply only.
    'INSERT INTO target_results (conversation_id, reply, since, l': 1,
  });
});

test('lists and searches build no temporary tree, a history one', async () => {
  const query: ListQuery = { view: 'queue', filter: {}, me: '', now: 1 };
  const page = { limit: 50, after: null };
  const trees = await treesOf(openTestDb(), (db) => {
    listPage(db, query, 'urgent', page);
    listPage(db, { ...query, view: 'open' }, 'waiting', page);
    listPage(db, { ...query, view: 'all' }, 'newest', page);
    loadHits(db, listMatches(db, 'x', { from: 0, before: 1 }, 50).ids);
    listHistory(db, '1', 1, 50);
  });
  expect(Object.keys(trees).length).toBeGreaterThan(3);
  expect(Object.entries(trees).filter(([, count]) => count > 0)).toEqual([
    ['WITH page (id, via) AS ( SELECT id, NULL FROM messages WHERE', 1],
  ]);
});

test('no statement has a placeholder alone after LIMIT, for which SQLite would compile it at each execution', async () => {
  const texts: string[] = [];
  const spy = new Proxy(openTestDb(), {
    get: (target, property) => {
      if (property !== 'prepare') return Reflect.get(target, property);
      return (text: string) => {
        texts.push(text);
        return target.prepare(text);
      };
    },
  });
  const page = { limit: 2, after: null };
  listPage(spy, { view: 'queue', filter: {}, me: '', now: 1 }, 'urgent', page);
  listMatches(spy, 'x', { from: 0, before: 1 }, 2);
  const limited = texts.filter((text) => /LIMIT CAST/.test(text));
  expect(limited.length).toBeGreaterThan(1);
  expect(texts.filter((text) => /LIMIT\s+[?:@]/.test(text))).toEqual([]);
});

test('a list of constants in a check would be found', async () => {
  const db = openTestDb();
  db.exec(`CREATE TABLE slow (a TEXT CHECK (a IN ('x', 'y', 'z')))`);
  expect(await treesOf(db, (spy) => run(spy, 'INSERT INTO slow VALUES (?)', 'x'))).toEqual({
    'INSERT INTO slow VALUES (?)': 1,
  });
});
