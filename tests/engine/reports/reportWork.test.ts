import { expect, test } from 'vitest';
import type { EngineContext } from '#engine/context/context.ts';
import { undoActivity } from '#engine/conversations/undoActivity.ts';
import { conversationHandlers } from '#engine/handlers/conversations.ts';
import { reportHandlers } from '#engine/handlers/reports.ts';
import { settingsHandlers } from '#engine/handlers/settings.ts';
import { putGap } from '#engine/store/gaps.ts';
import { all, run } from '#engine/store/sql.ts';
import { type EngineInput, engineContract } from '#shared/contract/engine.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { putOutboxRow } from '../../support/outboxRows.ts';
import { testEngine } from '../../support/testEngine.ts';
import { storeSurvey } from '../surveys/storedSurveys.ts';

const day = { from: MORNING - HOUR_MS, to: MORNING + 12 * HOUR_MS };

async function reportOf(ctx: EngineContext, input: Partial<EngineInput<'reports.work'>> = {}) {
  const { input: accepted, output } = engineContract['reports.work'];
  const result = await reportHandlers['reports.work'](ctx, accepted.parse({ ...day, ...input }));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return output.parse(result.value);
}

/** A message of a person, and one to a person, so many minutes after the morning; captured at the time of the call. */
const ask = (minutes: number, personId = '1') => someMessage({ personId, at: MORNING + minutes * MINUTE_MS });
const answer = (minutes: number, personId = '1') =>
  someMessage({ personId, at: MORNING + minutes * MINUTE_MS, role: 'own', reason: null });

const later = (ctx: EngineContext) => ctx.clock.now() + 30 * DAY_MS;

test('tells the first reply from the next, each from the first message that waited', async () => {
  const { ctx, capture } = testEngine();
  await capture([ask(0), ask(5), answer(20), answer(21), ask(60), answer(90)]);
  const { figures } = await reportOf(ctx, { asKnownOn: later(ctx) });
  expect(figures).toMatchObject({ opened: 1, received: 3, replies: 3 });
  expect(figures.firstReply).toMatchObject({ cases: 1, medianMs: { value: 20 * MINUTE_MS, low: null } });
  expect(figures.nextReply).toMatchObject({ cases: 1, medianMs: { value: 30 * MINUTE_MS } });
  expect(figures.firstReply).toMatchObject({ inTarget: { hits: 1, cases: 1 }, withoutTarget: 0 });
});

test('says of how many replies no target is recorded, and does not judge them', async () => {
  const { ctx, capture } = testEngine();
  // Before the connecting nobody watched.
  await capture([ask(-20), answer(-10)]);
  const inTarget = { hits: 0, cases: 0, share: null };
  expect((await reportOf(ctx)).figures.firstReply).toMatchObject({ cases: 1, inTarget, withoutTarget: 1 });
});

test('counts nothing that was captured later than the time of the report', async () => {
  const { ctx, clock, capture } = testEngine();
  await capture([ask(0)]);
  const before = clock.now();
  clock.jump(HOUR_MS);
  await capture([ask(1), answer(20)]);
  const asKnownOn = before;
  expect((await reportOf(ctx, { asKnownOn })).figures).toMatchObject({ received: 1, replies: 0 });
  expect((await reportOf(ctx)).figures).toMatchObject({ received: 2, replies: 1 });
});

test('measures a reply in the office hours of its time, and says that they changed', async () => {
  const { ctx, clock, capture } = testEngine();
  const ranges = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }];
  // In Brussels the morning of the tests is ten o'clock.
  settingsHandlers['settings.set'](ctx, {
    officeHours: { ranges, holidays: [], timeZone: 'Europe/Brussels' },
  });
  // Sparkcentral's example, on the next day: in at eight, replied to at twenty past nine.
  const nextDay = DAY_MS / MINUTE_MS;
  clock.jump(DAY_MS + HOUR_MS);
  await capture([ask(nextDay - 120), answer(nextDay - 40)]);
  const times = async () =>
    (await reportOf(ctx, { to: MORNING + 2 * DAY_MS })).figures.firstReply.medianMs?.value;
  expect(await times()).toBe(20 * MINUTE_MS);
  clock.jump(DAY_MS);
  settingsHandlers['settings.set'](ctx, { officeHours: null });
  expect(await times()).toBe(20 * MINUTE_MS);
  expect((await reportOf(ctx)).settingsChanges).toMatchObject([{ officeHours: true }, { officeHours: true }]);
});

test('counts a resolution until it is undone, and the backlog of each day', async () => {
  const { ctx, clock, capture } = testEngine();
  clock.jump(HOUR_MS);
  await capture([ask(0), ask(1, '2')]);
  const [first] = all<{ id: string }>(ctx.db, 'SELECT id FROM conversations ORDER BY opened_at');
  const resolved = await conversationHandlers['conversations.setStatus'](ctx, {
    id: first?.id ?? '',
    status: 'resolved',
  });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.error));
  const afterwards = clock.now();
  clock.jump(1_000);
  expect((await reportOf(ctx)).figures.resolved.cases).toBe(1);
  expect((await reportOf(ctx)).steps.at(-1)).toMatchObject({ unresolved: 1, waiting: 1 });
  undoActivity(ctx, resolved.value.activityId ?? '');
  clock.jump(1_000);
  expect((await reportOf(ctx)).figures.resolved.cases).toBe(0);
  expect((await reportOf(ctx)).steps.at(-1)).toMatchObject({ unresolved: 2, waiting: 2 });
  expect((await reportOf(ctx, { asKnownOn: afterwards })).figures.resolved.cases).toBe(1);
});

test('does not count a resolution where no message is known yet', async () => {
  const { ctx, clock, capture } = testEngine();
  const before = clock.now();
  clock.jump(HOUR_MS);
  await capture([ask(0)]);
  const [found] = all<{ id: string }>(ctx.db, 'SELECT id FROM conversations');
  const id = found?.id ?? '';
  run(
    ctx.db,
    `INSERT INTO activities (id, at, kind, conversation_id, facts) VALUES ('r', ?, 'statusSet', ?, '{"status":"resolved"}')`,
    MORNING,
    id,
  );
  expect((await reportOf(ctx)).figures.resolved.cases).toBe(1);
  expect((await reportOf(ctx, { asKnownOn: before })).figures.resolved.cases).toBe(0);
});

test('does not take the question of a survey for a reply', async () => {
  const { ctx, capture } = testEngine();
  const question = answer(20);
  await capture([ask(0), question]);
  const [found] = all<{ id: string }>(ctx.db, 'SELECT id FROM conversations');
  const conversationId = found?.id ?? '';
  putOutboxRow(ctx.db, { id: 'o1', conversationId, at: MORNING, state: 'sent', xId: question.xId });
  expect((await reportOf(ctx)).figures.replies).toBe(1);
  storeSurvey(ctx.db, { id: 's1', conversationId });
  run(ctx.db, `INSERT INTO survey_messages VALUES ('s1', 'question', 'o1')`);
  expect((await reportOf(ctx)).figures).toMatchObject({ replies: 0, firstReply: { cases: 0 } });
});

test('names the gaps that were open then, and the figures they could change', async () => {
  const { ctx, clock } = testEngine();
  clock.jump(HOUR_MS);
  const sought = { afterId: null, beforeId: null, pageToken: null, isBeginning: false };
  const found = { from: MORNING, to: MORNING + HOUR_MS, reason: 'away', foundAt: MORNING + 9 } as const;
  putGap(ctx.db, { id: 'g1', sourceId: 'ownPosts', ...sought, ...found });
  expect((await reportOf(ctx)).gaps).toMatchObject([
    { source: 'ownPosts', figures: ['replies', 'firstReply', 'nextReply', 'firstTarget', 'nextTarget'] },
  ]);
  expect((await reportOf(ctx, { asKnownOn: MORNING + 8 })).gaps).toEqual([]);
});

test('groups and lists are the facts of the figures', async () => {
  const { ctx, capture } = testEngine();
  await capture([ask(0), answer(20), ask(1, '2'), answer(50, '2')]);
  const grouped = await reportHandlers['reports.workGroups'](ctx, { ...day, groupBy: 'channel' });
  if (!grouped.ok) throw new Error(JSON.stringify(grouped.error));
  expect(grouped.value.groups).toMatchObject([{ key: 'public', figures: (await reportOf(ctx)).figures }]);
  const listed = await reportHandlers['reports.workConversations'](ctx, {
    ...day,
    figure: 'firstReply',
    limit: 1,
  });
  if (!listed.ok) throw new Error(JSON.stringify(listed.error));
  expect(listed.value).toMatchObject({ total: 2, items: [{ ms: 49 * MINUTE_MS, person: { id: '2' } }] });
});

test('refuses a period that ends before it begins', async () => {
  const { ctx } = testEngine();
  const result = await reportHandlers['reports.work'](ctx, { from: 10, to: 10, step: 'day' });
  expect(result).toMatchObject({ ok: false, error: { code: 'invalid', path: 'to' } });
});
