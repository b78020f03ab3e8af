import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { endErasures, finishErasures } from '#engine/erasure/finishErasures.ts';
import { peopleHandlers } from '#engine/handlers/people.ts';
import { eraseMessage } from '#engine/store/deletions.ts';
import { listUnfinishedErasures } from '#engine/store/erasures.ts';
import { hasErasedWords, rewriteIndex } from '#engine/store/indexErasure.ts';
import { storeMessages } from '#engine/store/messages.ts';
import type { Db } from '#engine/store/open.ts';
import { ensurePeople } from '#engine/store/people.ts';
import { checkIndex, indexWaiting } from '#engine/store/searchIndex.ts';
import { get, inUnsyncedTransaction, run } from '#engine/store/sql.ts';
import { createRandom } from '#simulator/base/random.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { findAnywhere } from '../../support/findAnywhere.ts';
import { countIds } from '../../support/indexMatches.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';

/** An engine with many messages of each of these people, whose words all begin with a word of theirs, and an index of many pages. */
async function begin(...marks: readonly string[]) {
  const engine = testEngine();
  const random = createRandom(5);
  for (const [n, mark] of marks.entries()) {
    const word = () => `${mark}${random().toString(36).slice(2, 10)}`;
    const messages = Array.from({ length: 700 }, (_, at) =>
      someMessage({
        personId: String(n + 1),
        at: MORNING + at,
        text: `${Array.from({ length: 20 }, word).join(' ')} parcel`,
      }),
    );
    await engine.capture(messages);
  }
  indexWaiting(engine.ctx.db);
  return engine;
}

const erase = async ({ ctx }: Awaited<ReturnType<typeof begin>>, id: string) =>
  await peopleHandlers['people.erase'](ctx, { id, handle: `person${id}`, deletesBackups: false });

async function untilRewriting(db: Db): Promise<void> {
  const text = `SELECT 1 FROM index_parts WHERE erased_words = 'rewriting'`;
  while (get(db, text) === null) await setImmediate();
}

const gone = { ok: true, value: { counts: { messages: 700 }, proof: { found: 0 } } };

function expectSound(db: Db): void {
  expect(hasErasedWords(db)).toBe(false);
  expect(listUnfinishedErasures(db)).toEqual([]);
  expect(checkIndex(db, MORNING, '16')).toBe(true);
  expect(get(db, `SELECT v FROM messages_fts_config WHERE k = 'secure-delete'`)).toEqual({ v: 1 });
  expect(waitsForDisk(db)).toBe(true);
}

/** Whether transactions are on the disk when they end (https://www.sqlite.org/pragma.html#pragma_synchronous). */
const waitsForDisk = (db: Db): boolean => db.pragma('synchronous', { simple: true }) === 2;

test('a transaction that does not wait for the disk lets the next one wait again, also if it fails', () => {
  const db = openTestDb();
  expect(inUnsyncedTransaction(db, () => waitsForDisk(db))).toBe(false);
  expect(waitsForDisk(db)).toBe(true);
  const fail = () => {
    run(db, `UPDATE index_parts SET erased_words = 'marked'`);
    throw new Error('it failed');
  };
  expect(() => inUnsyncedTransaction(db, fail)).toThrow('it failed');
  expect([hasErasedWords(db), waitsForDisk(db)]).toEqual([false, true]);
});

test('the index is written anew in slices, with progress, and others have their turn meanwhile', async () => {
  const engine = await begin('zebra', 'ostrich');
  const { db } = engine.ctx;
  let isDone = false;
  const erased = erase(engine, '1').finally(() => {
    isDone = true;
  });
  let slices = 0;
  for (; !isDone; await setImmediate()) if (hasErasedWords(db)) slices += 1;
  expect(await erased).toMatchObject(gone);
  expect(slices).toBeGreaterThan(2);
  const progress = engine.events.filter(({ name }) => name === 'people.erasing');
  expect(progress[0]?.params).toEqual({ done: 16, total: expect.any(Number) });
  expect(findAnywhere(db, ['zebra'])).toEqual([]);
  expectSound(db);
});

test('two people at once leave nothing, also what is captured, found and deleted meanwhile is right', async () => {
  const engine = await begin('zebra', 'ostrich', 'heron');
  const { db } = engine.ctx;
  const both = Promise.all([erase(engine, '1'), erase(engine, '2')]);
  await untilRewriting(db);
  ensurePeople(db, ['4'], MORNING);
  const of = (text: string) => someMessage({ personId: '4', text, at: MORNING + 900 });
  const stored = storeMessages(db, [of('a new parcel'), of('goosewords')], MORNING);
  expect(countIds(db, 'parcel')).toBeGreaterThan(700);
  expect(countIds(db, 'goosewords')).toBe(1);
  eraseMessage(db, stored[1]?.id ?? 0, MORNING);
  expect(hasErasedWords(db)).toBe(true);
  expect(await both).toMatchObject([gone, gone]);
  expect(findAnywhere(db, ['zebra', 'ostrich'])).toEqual([]);
  expect(findAnywhere(db, ['goose'])).not.toContain('messages_fts_data');
  expect(countIds(db, 'parcel')).toBe(701);
  expectSound(db);
});

test('an engine that is ended meanwhile says so, and the next one goes on where it stopped', async () => {
  const engine = await begin('zebra', 'ostrich');
  const { db, dataDir } = engine.ctx;
  const erased = erase(engine, '1');
  await untilRewriting(db);
  endErasures(db);
  expect(await erased).toEqual({ ok: false, error: { code: 'engineGone' } });
  expect(hasErasedWords(db)).toBe(true);
  db.close();
  const next = testEngine(openTestDb(dataDir));
  await finishErasures(next.ctx);
  expect(findAnywhere(next.ctx.db, ['zebra'])).toEqual([]);
  expectSound(next.ctx.db);
});

test('writing the index anew again and again leaves nothing either time', async () => {
  const engine = await begin('zebra');
  const { db } = engine.ctx;
  for (let n = 0; n < 80; n += 1) {
    run(db, `UPDATE index_parts SET erased_words = 'marked'`);
    while (hasErasedWords(db)) rewriteIndex(db, 500);
  }
  expect(checkIndex(db, MORNING, '16')).toBe(true);
  expect(await erase(engine, '1')).toMatchObject(gone);
  expect(findAnywhere(db, ['zebra'])).toEqual([]);
});
