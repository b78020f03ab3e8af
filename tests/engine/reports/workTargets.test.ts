import { expect, test } from 'vitest';
import { recordTargets } from '#engine/conversations/targets.ts';
import { handlers } from '#engine/handlers/index.ts';
import { createServe } from '#engine/handlers/serve.ts';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { testEngine } from '../../support/testEngine.ts';

const minute = (n: number) => MORNING + n * MINUTE_MS;
const day = { from: MORNING - HOUR_MS, to: MORNING + 12 * HOUR_MS };

/** A workspace in which the first reply is due after 60 minutes and the next after 30; everything is captured as it happens. */
async function begin() {
  const { ctx, clock, capture } = testEngine();
  const serve = createServe(ctx, handlers);
  const call = async <Method extends 'reports.work' | 'reports.workGroups' | 'reports.workConversations'>(
    method: Method,
    input: object = {},
  ) => {
    const result = await serve(method, { ...day, ...input });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value as EngineOutput<Method>;
  };
  await serve('serviceLevels.set', {
    levels: [],
    standard: { firstReplyMinutes: 60, nextReplyMinutes: 30 },
  });
  const goTo = (n: number) => {
    clock.jump(minute(n) - clock.now());
    recordTargets(ctx);
  };
  const write = async (n: number, personId = '1', isOwn = false) => {
    goTo(n);
    await capture([
      someMessage({ personId, at: minute(n), ...(isOwn ? { role: 'own', reason: null } : {}) }),
    ]);
  };
  return { ctx, serve, call, goTo, write };
}

test('the share in target is what was recorded, with what got no reply at all', async () => {
  const { call, goTo, write } = await begin();
  await write(1);
  await write(21, '1', true);
  await write(2, '2');
  goTo(300);
  const { figures } = await call('reports.work');
  expect(figures.firstReply).toMatchObject({ cases: 1, inTarget: { hits: 1, cases: 2 }, withoutTarget: 0 });
  const { items } = await call('reports.workConversations', { figure: 'firstTarget' });
  expect(items.map(({ person, ms, target }) => [person.id, ms, target])).toEqual([
    ['2', null, 'missed'],
    ['1', 20 * MINUTE_MS, 'met'],
  ]);
});

test('a reply took as long as its target says: without the time in which the conversation was snoozed', async () => {
  const { ctx, serve, call, goTo, write } = await begin();
  await write(1);
  goTo(11);
  const [row] = (await call('reports.workConversations', { figure: 'opened' })).items;
  await serve('conversations.snooze', { id: row?.conversationId ?? '', until: minute(111) });
  await write(61, '1', true);
  expect(ctx.clock.now()).toBeGreaterThan(minute(61));
  const { figures } = await call('reports.work');
  // Perch noticed at the eleventh minute and a few seconds.
  expect(figures.firstReply.medianMs?.value).toBe(10 * MINUTE_MS);
  expect(figures.firstReply.inTarget).toMatchObject({ hits: 1, cases: 1 });
});

test('what was known then stays known: a late reply says later only how long it took', async () => {
  const { ctx, call, goTo, write } = await begin();
  await write(1);
  goTo(70);
  const then = ctx.clock.now();
  const before = await call('reports.work');
  expect(before.figures.firstReply).toMatchObject({ cases: 0, inTarget: { hits: 0, cases: 1 } });
  await write(90, '1', true);
  const now = await call('reports.work');
  expect(now.figures.firstReply).toMatchObject({ cases: 1, inTarget: { hits: 0, cases: 1 } });
  expect((await call('reports.work', { asKnownOn: then })).figures).toEqual(before.figures);
});

test('lists what a group counts', async () => {
  const { call, write } = await begin();
  await write(1);
  await write(2, '2');
  await write(21, '1', true);
  const { groups } = await call('reports.workGroups', { groupBy: 'agent' });
  const replies = (key: string | null) =>
    call('reports.workConversations', { figure: 'replies', group: { by: 'agent', key } });
  expect(groups).toMatchObject([
    { key: null, figures: { replies: 1, firstReply: { inTarget: { hits: 1 } } } },
  ]);
  expect((await replies(null)).items).toMatchObject([{ person: { id: '1' } }]);
  expect((await replies('a-stranger')).total).toBe(0);
});

test('says when service levels changed', async () => {
  const { serve, call } = await begin();
  await serve('settings.set', { responseTargetMinutes: 15 });
  const { settingsChanges } = await call('reports.work');
  expect(settingsChanges).toMatchObject([
    { officeHours: false, target: true },
    { officeHours: false, target: true },
  ]);
});
