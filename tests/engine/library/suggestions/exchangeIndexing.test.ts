import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished, test } from 'vitest';
import { deriveQueued } from '#engine/library/suggestions/deriveExchanges.ts';
import { startExchangeIndexing } from '#engine/library/suggestions/exchangeIndexing.ts';
import { STORE_FILE } from '#engine/store/open.ts';
import { salvage } from '#engine/store/salvage.ts';
import { all, get, run } from '#engine/store/sql.ts';
import { startSimulator } from '#simulator/simulator.ts';
import { MORNING, someMessage } from '../../../support/builders.ts';
import { openTestDb, testFolder } from '../../../support/openTestDb.ts';
import { spawnEngine } from '../../../support/spawnEngine.ts';
import { until } from '../../../support/startTestEngine.ts';
import { testEngine } from '../../../support/testEngine.ts';

/** A store in which as many people asked and got a reply. */
async function storeWithReplies(count: number, dir = testFolder()) {
  const engine = testEngine(openTestDb(dir));
  const messages = Array.from({ length: count }, (_, n) => {
    const [personId, at] = [String(n + 1), MORNING + n * 10_000];
    return [
      someMessage({ personId, at, text: `question number${n}` }),
      someMessage({
        personId,
        at: at + 1_000,
        role: 'own',
        reason: null,
        text: `Answer nr${n} https://h.example/${n % 7}`,
      }),
    ];
  });
  await engine.capture(messages.flat());
  return { ...engine, dir, db: engine.ctx.db };
}

type Db = Awaited<ReturnType<typeof storeWithReplies>>['db'];

const countAll = (db: Db) => ({
  exchanges: all(db, 'SELECT 1 FROM exchanges').length,
  indexed: all(db, `SELECT rowid FROM exchanges_fts WHERE exchanges_fts MATCH 'answe'`).length,
  counted: get<{ total: number }>(db, 'SELECT total FROM exchange_index')?.total,
  used: get<{ n: number }>(db, 'SELECT sum(uses) AS n FROM answers')?.n ?? 0,
  linked: get<{ n: number }>(db, 'SELECT sum(uses) AS n FROM linked_addresses')?.n ?? 0,
  queued: all(db, 'SELECT 1 FROM exchange_queue').length,
});

/** The same, read beside an engine that may be running. */
function readCounts(dir: string) {
  const db = new Database(join(dir, STORE_FILE), { readonly: true }) as Db;
  try {
    return countAll(db);
  } finally {
    db.close();
  }
}

const whole = (n: number) => ({ exchanges: n, indexed: n, counted: n, used: n, linked: n, queued: 0 });

it('derives all exchanges in the background', async () => {
  const { ctx, clock, db } = await storeWithReplies(40);
  onTestFinished(startExchangeIndexing(ctx));
  await clock.advance(30_000);
  expect(countAll(db)).toEqual(whole(40));
});

it('goes on where it stopped', async () => {
  const { ctx, clock, db } = await storeWithReplies(40);
  let derived = 0;
  expect(deriveQueued(db, () => ++derived >= 15)).toBe(false);
  expect(countAll(db)).toMatchObject({ exchanges: 15, indexed: 15, counted: 15, queued: 25 });
  onTestFinished(startExchangeIndexing(ctx));
  await clock.advance(30_000);
  expect(countAll(db)).toEqual(whole(40));
});

it('leaves the counts as they were when everything is derived again', async () => {
  const { ctx, clock, db } = await storeWithReplies(20);
  deriveQueued(db, () => false);
  run(db, 'UPDATE exchange_index SET version = 0');
  onTestFinished(startExchangeIndexing(ctx));
  await clock.advance(30_000);
  expect(countAll(db)).toEqual(whole(20));
});

it('a damaged index is built again and costs no message', async () => {
  const { ctx, db } = await storeWithReplies(10);
  deriveQueued(db, () => false);
  db.unsafeMode(true);
  db.exec(`UPDATE exchanges_fts_data SET block = x'00' WHERE id > 10`);
  const { removeMessage } = await import('#engine/conversations/removeMessage.ts');
  const [reply] = all<{ id: number }>(db, `SELECT id FROM messages WHERE role = 'own'`);
  removeMessage(ctx, reply?.id ?? 0);
  deriveQueued(db, () => false);
  expect(countAll(db)).toEqual(whole(9));
});

it('is derived from the messages of a salvaged store', async () => {
  const { db, dir } = await storeWithReplies(12);
  deriveQueued(db, () => false);
  db.close();
  const to = join(testFolder(), 'perch.sqlite');
  salvage(join(dir, 'perch.sqlite'), to);
  const { ctx, clock } = testEngine(openTestDb(join(to, '..')));
  onTestFinished(startExchangeIndexing(ctx));
  await clock.advance(30_000);
  expect(countAll(ctx.db)).toEqual(whole(12));
});

test('a build goes on where a kill stopped it', async () => {
  const simulator = await startSimulator({ limits: false });
  onTestFinished(() => simulator.close());
  const total = 600;
  const { db, dir } = await storeWithReplies(total);
  db.close();
  const args = ['--data', dir, '--x-url', simulator.url, '--poll-seconds', '0'];
  const reached: number[] = [];
  for (const delayMs of [30, 90, 250]) {
    const engine = spawnEngine(args);
    await engine.call('capture.status', {});
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await engine.kill();
    reached.push(readCounts(dir).exchanges);
    expect(readCounts(dir)).toEqual({ ...whole(reached.at(-1) ?? 0), queued: total - (reached.at(-1) ?? 0) });
  }
  expect(reached).toEqual(reached.toSorted((a, b) => a - b));
  expect(reached.at(-1)).toBeGreaterThan(0);
  const engine = spawnEngine(args);
  await until('all is derived', () => readCounts(dir).queued === 0);
  await engine.end();
  expect(readCounts(dir)).toEqual(whole(total));
  const check = `INSERT INTO exchanges_fts (exchanges_fts, rank) VALUES ('integrity-check', 1)`;
  expect(() => openTestDb(dir).exec(check)).not.toThrow();
});
