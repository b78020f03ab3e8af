import { expect, test } from 'vitest';
import type { EngineContext } from '#engine/context/context.ts';
import { peopleHandlers } from '#engine/handlers/people.ts';
import { reportHandlers } from '#engine/handlers/reports.ts';
import { loadWorkFacts } from '#engine/reports/workFacts.ts';
import { run } from '#engine/store/sql.ts';
import { stopWriting } from '#engine/store/storeHealth.ts';
import { WorkGrouping } from '#shared/domain/workReport.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { openCopy } from '../../support/openCopy.ts';
import { testEngine } from '../../support/testEngine.ts';
import { letReplyWait, storeEverythingAbout } from '../erasure/everythingAbout.ts';

const always = { from: MORNING - 40 * DAY_MS, to: MORNING + 40 * DAY_MS };

/** Everything that reports say about the work, now and as it was known earlier. */
async function reportAll(ctx: Pick<EngineContext, 'db' | 'clock'>, asKnownOn = ctx.clock.now()) {
  const asked = { ...always, asKnownOn };
  const groups = WorkGrouping.options.map((groupBy) =>
    reportHandlers['reports.workGroups'](ctx as EngineContext, { ...asked, groupBy }),
  );
  return {
    work: await reportHandlers['reports.work'](ctx as EngineContext, { ...asked, step: 'month' }),
    groups: await Promise.all(groups),
    table: await reportHandlers['reports.exportWork'](ctx as EngineContext, {
      ...asked,
      groupBy: 'month',
      delimiter: ',',
    }),
  };
}

/** Fails unless what was kept gives the same figures as a count of the same store from the beginning. */
async function expectSame(ctx: EngineContext) {
  const anew = { db: openCopy(ctx.db), clock: ctx.clock };
  for (const asKnownOn of [ctx.clock.now(), MORNING + HOUR_MS])
    expect(await reportAll(ctx, asKnownOn)).toEqual(await reportAll(anew, asKnownOn));
}

async function someEngine() {
  const engine = testEngine();
  const { ctx, capture, clock } = engine;
  for (const one of [
    { id: '7101234567', mark: 'zebra', n: 1 },
    { id: '7207654321', mark: 'yak', n: 2 },
  ]) {
    storeEverythingAbout(ctx.db, one);
    letReplyWait(ctx.db, one);
  }
  const ask = (minutes: number) => someMessage({ personId: '1', at: MORNING + minutes * MINUTE_MS });
  await capture([ask(0), { ...ask(10), role: 'own', reason: null }, ask(30)]);
  clock.jump(2 * HOUR_MS);
  await capture([ask(100)]);
  run(
    ctx.db,
    `INSERT INTO activities (id, at, kind, conversation_id, facts)
      SELECT 'first' || id, ?, 'statusSet', id, '{"status":"resolved"}' FROM conversations`,
    MORNING + 40 * MINUTE_MS,
  );
  return engine;
}

/** A change of each table that a history is made of. */
const changes: readonly string[] = [
  'UPDATE messages SET deleted_at = at + 1',
  "UPDATE messages SET role = 'own' WHERE role = 'wanted' AND id = (SELECT max(id) FROM messages)",
  'UPDATE messages SET captured_at = captured_at + 1',
  `INSERT INTO activities (id, at, kind, conversation_id, facts) SELECT 'new' || id, ${MORNING + 5 * MINUTE_MS}, 'statusSet', id, '{"status":"resolved"}' FROM conversations`,
  `UPDATE activities SET facts = '{"status":"pending"}' WHERE kind = 'statusSet'`,
  "DELETE FROM activities WHERE id LIKE 'first%'",
  `INSERT INTO target_results (conversation_id, reply, since, target_minutes, due_at, outcome, decided_at, recorded_at)
    SELECT id, 'next', 7, 1, 8, 'missed', ${MORNING}, ${MORNING} FROM conversations`,
  `UPDATE target_results SET outcome = 'met', replied_at = decided_at, elapsed_ms = 9`,
  'DELETE FROM target_results',
  "UPDATE outbox SET agent = 'somebody'",
  'DELETE FROM canned_uses',
  `INSERT INTO canned_uses (outbox_id, canned_id, conversation_id, edited) SELECT id, 'c', conversation_id, 0 FROM outbox`,
  'UPDATE survey_messages SET outbox_id = NULL',
  'DELETE FROM survey_responses',
  'DELETE FROM conversation_tags',
  "UPDATE conversations SET lang = 'fr', reason = 'dm'",
];

test.each(changes)('sees what changes: %s', async (text) => {
  const { ctx } = await someEngine();
  const before = await reportAll(ctx);
  expect(before.work).toMatchObject({ value: { figures: { received: expect.any(Number) } } });
  expect(run(ctx.db, text)).toBeGreaterThan(0);
  await expectSame(ctx);
});

test('nothing that was undone in a transaction counts, nor anybody who was erased', async () => {
  const { ctx } = await someEngine();
  await reportAll(ctx);
  const undo = () =>
    ctx.db.transaction(() => {
      run(ctx.db, "UPDATE messages SET role = 'own'");
      throw new Error('undone');
    })();
  expect(undo).toThrow('undone');
  await expectSame(ctx);
  const received = (await reportAll(ctx)).work;
  await peopleHandlers['people.erase'](ctx, { id: '7101234567', handle: 'h_zebra', deletesBackups: false });
  await expectSame(ctx);
  expect((await reportAll(ctx)).work).not.toEqual(received);
  const facts = await loadWorkFacts(ctx, ctx.clock.now());
  expect(JSON.stringify(facts.map(({ table }) => table.conversations))).not.toContain('zebra');
});

test('counts what changes between the turns of the first count', async () => {
  const { ctx } = await someEngine();
  const first = reportAll(ctx);
  run(ctx.db, 'UPDATE messages SET deleted_at = at + 1');
  expect((await first).work.ok).toBe(true);
  await expectSame(ctx);
});

test('a store that takes no writes any more has reports too', async () => {
  const { ctx } = await someEngine();
  const before = await reportAll(ctx);
  stopWriting(ctx.db, { code: 'storeFull', reading: false } as never);
  expect(await reportAll(ctx)).toEqual(before);
});

test('rows that do not count any more are taken out', async () => {
  const { ctx } = await someEngine();
  for (let n = 0; n < 900; n += 1) {
    run(ctx.db, 'UPDATE messages SET deleted_at = ?', MORNING + n);
    await loadWorkFacts(ctx, ctx.clock.now());
  }
  const [facts] = await loadWorkFacts(ctx, ctx.clock.now());
  expect(facts?.table.left).toBeLessThan(10_100);
  await expectSame(ctx);
});
