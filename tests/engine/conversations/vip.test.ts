import { expect, test } from 'vitest';
import { activityHandlers } from '#engine/handlers/activities.ts';
import { conversationHandlers } from '#engine/handlers/conversations.ts';
import { peopleHandlers } from '#engine/handlers/people.ts';
import { all } from '#engine/store/sql.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { type TestEngine, testEngine } from '../../support/testEngine.ts';

/** Two conversations of person 1, one of person 2. */
async function begin() {
  const engine = testEngine();
  await engine.capture([someMessage({ xId: '11', personId: '1', at: MORNING })]);
  conversationHandlers['conversations.setStatus'](engine.ctx, { id: 'c11', status: 'resolved' });
  engine.clock.jump(80 * 60 * MINUTE_MS);
  await engine.capture([
    someMessage({ xId: '12', personId: '1', at: engine.clock.now() }),
    someMessage({ xId: '21', personId: '2', at: engine.clock.now() }),
  ]);
  engine.events.length = 0;
  return engine;
}

const setVip = ({ ctx }: TestEngine, personId: string, isVip: boolean) =>
  peopleHandlers['people.setVip'](ctx, { personId, isVip });

const listVips = ({ ctx }: TestEngine) => {
  const query = { view: 'all', filter: { isVip: true }, limit: 50 } as const;
  const listed = conversationHandlers['conversations.list'](ctx, query);
  return listed.ok ? listed.value.items.map(({ id, isVip }) => [id, isVip]) : [];
};

test('makes a person a VIP in all of their conversations, and lists these', async () => {
  const engine = await begin();
  expect(setVip(engine, '1', true)).toMatchObject({ ok: true, value: { activityId: expect.any(String) } });
  expect(peopleHandlers['people.get'](engine.ctx, { id: '1' })).toMatchObject({ value: { isVip: true } });
  expect(peopleHandlers['people.get'](engine.ctx, { id: '2' })).toMatchObject({ value: { isVip: false } });
  expect(listVips(engine)).toEqual([
    ['c12', true],
    ['c11', true],
  ]);
  const count = { view: 'open', filter: { isVip: true } } as const;
  expect(conversationHandlers['conversations.count'](engine.ctx, count).value.count).toBe(1);
  expect(engine.events).toEqual([
    { name: 'conversations.changed', params: { ids: expect.toSatisfy((ids) => ids.length === 2) } },
  ]);
});

test('is recorded with the agent and shown in the history of the person', async () => {
  const engine = await begin();
  setVip(engine, '1', true);
  setVip(engine, '1', false);
  const history = conversationHandlers['conversations.get'](engine.ctx, { id: 'c12', limit: 50 });
  const lines = history.ok ? history.value.activities.filter(({ kind }) => kind === 'vipSet') : [];
  expect(lines).toMatchObject([
    { agent: 'Agent', facts: { personId: '1', isVip: true } },
    { agent: 'Agent', facts: { personId: '1', isVip: false } },
  ]);
});

test('stays without an activity where it is so already', async () => {
  const engine = await begin();
  setVip(engine, '1', true);
  engine.events.length = 0;
  expect(setVip(engine, '1', true)).toEqual({ ok: true, value: {} });
  expect(setVip(engine, '2', false)).toEqual({ ok: true, value: {} });
  expect(engine.events).toEqual([]);
  expect(all(engine.ctx.db, `SELECT 1 FROM activities WHERE kind = 'vipSet'`)).toHaveLength(1);
});

test('is undone once, unless it was changed since', async () => {
  const engine = await begin();
  const { ctx, events } = engine;
  const made = setVip(engine, '1', true);
  const id = (made.ok && made.value.activityId) || '';
  events.length = 0;
  expect(activityHandlers['activities.undo'](ctx, { id })).toMatchObject({ ok: true });
  expect(listVips(engine)).toEqual([]);
  expect(events).toMatchObject([{ name: 'conversations.changed', params: { ids: { length: 2 } } }]);
  const again = activityHandlers['activities.undo'](ctx, { id });
  expect(again).toMatchObject({ error: { code: 'notUndone', reason: 'alreadyUndone' } });
  const second = setVip(engine, '1', true);
  setVip(engine, '1', false);
  const late = activityHandlers['activities.undo'](ctx, { id: (second.ok && second.value.activityId) || '' });
  expect(late).toMatchObject({ error: { code: 'notUndone', reason: 'changedSince' } });
});

test('of an unknown person is refused', async () => {
  const engine = await begin();
  expect(setVip(engine, '9', true)).toEqual({
    ok: false,
    error: { code: 'notFound', what: 'person', id: '9' },
  });
});
