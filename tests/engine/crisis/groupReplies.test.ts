import { expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';

const names = ['anna', 'bo', 'carl'] as const;
const statement = [{ language: null, text: 'We know that payments fail and are working on it right now.' }];

/** An engine in a crisis in which three people wrote nearly the same, and a fourth something else. */
async function inCrisis(): Promise<{ engine: TestEngine; id: string }> {
  const engine = await startTestEngine();
  for (const from of names) engine.control.mention({ from, text: '@harbourhelp payment fails at checkout' });
  engine.control.mention({ from: 'dora', text: 'Where is my parcel?' });
  await engine.call('capture.pollNow', {});
  const { id } = await engine.call('crisis.start', { title: 'Payments fail', statement });
  return { engine, id };
}

async function firstGroup(engine: TestEngine, id: string) {
  const { items } = await engine.call('crisis.groups', { id });
  return items[0]?.members ?? [];
}

/** Drafts a reply for each of the group and sends them. */
async function sendAll(engine: TestEngine, id: string) {
  const conversationIds = (await firstGroup(engine, id)).map((member) => member.conversationId);
  await engine.call('crisis.draft', { id, conversationIds });
  const replies = (await firstGroup(engine, id)).map(({ conversationId, draft, seenThrough }) => ({
    conversationId,
    text: draft ?? '',
    seenThrough,
  }));
  return await engine.call('crisis.send', { id, replies });
}

const sentPosts = (engine: TestEngine) => engine.control.state().sentPosts.length;
const kindsOf = async (engine: TestEngine, id: string) =>
  (await engine.call('crisis.log', { id })).items.map(({ kind, facts }) =>
    `${kind} ${facts.count ?? ''}`.trim(),
  );

test('people who wrote nearly the same are one group, once each', async () => {
  const { engine, id } = await inCrisis();
  const { items, others } = await engine.call('crisis.groups', { id });
  expect(items).toHaveLength(1);
  expect(items[0]?.members.map(({ handle }) => handle).toSorted()).toEqual([...names]);
  expect(others).toBe(1);
});

test('a draft is made for each who has none, and nothing is sent', async () => {
  const { engine, id } = await inCrisis();
  const [first, ...rest] = await firstGroup(engine, id);
  const own = {
    conversationId: first?.conversationId ?? '',
    channel: 'public',
    text: 'My own words',
  } as const;
  await engine.call('drafts.save', own);
  const conversationIds = [first, ...rest].flatMap((member) => member?.conversationId ?? []);
  const { drafted, left } = await engine.call('crisis.draft', { id, conversationIds });
  expect(drafted).toHaveLength(2);
  expect(left).toEqual([{ conversationId: own.conversationId, reason: 'hasDraft' }]);
  const drafts = (await firstGroup(engine, id)).map(({ draft }) => draft);
  expect(drafts).toEqual(['My own words', statement[0]?.text, statement[0]?.text]);
  await engine.clock.advance(MINUTE_MS);
  expect(sentPosts(engine)).toBe(0);
});

test('the drafts go out one by one, three minutes apart in the same words', async () => {
  const { engine, id } = await inCrisis();
  const { queued, left } = await sendAll(engine, id);
  expect(left).toEqual([]);
  const times = queued.map(({ at }) => at - (queued[0]?.at ?? 0));
  expect(times).toEqual([0, 3 * MINUTE_MS, 6 * MINUTE_MS]);
  expect((await engine.call('crisis.get', {})).running?.sending).toEqual({
    waiting: 3,
    lastAt: queued[2]?.at,
  });
  await engine.clock.advance(MINUTE_MS);
  await until('the first is sent', () => sentPosts(engine) === 1);
  await engine.restart();
  await engine.clock.advance(3 * MINUTE_MS);
  await until('the second is sent', () => sentPosts(engine) === 2);
  expect((await engine.call('crisis.get', {})).running?.sending.waiting).toBe(1);
});

test('sending is stopped at once, and what waited is a draft again', async () => {
  const { engine, id } = await inCrisis();
  await sendAll(engine, id);
  await engine.clock.advance(MINUTE_MS);
  await until('the first is sent', () => sentPosts(engine) === 1);
  expect(await engine.call('crisis.stopSending', { id })).toEqual({ stopped: 2 });
  await engine.clock.advance(20 * MINUTE_MS);
  expect(sentPosts(engine)).toBe(1);
  expect((await firstGroup(engine, id)).map(({ draft }) => draft)).toEqual([
    statement[0]?.text,
    statement[0]?.text,
  ]);
  expect((await kindsOf(engine, id)).slice(0, 3)).toEqual([
    'sendingStopped 2',
    'repliesQueued 3',
    'repliesDrafted 3',
  ]);
});

test('a draft that is not the one the agent saw is left, and so is one that a guard refuses', async () => {
  const { engine, id } = await inCrisis();
  const members = await firstGroup(engine, id);
  const [a = '', b = ''] = members.map(({ conversationId }) => conversationId);
  await engine.call('drafts.save', { conversationId: a, channel: 'public', text: 'Changed meanwhile' });
  const leaking = 'Is your address still anna.smith@gmail.com, and your number +32 475 12 34 56?';
  await engine.call('drafts.save', { conversationId: b, channel: 'public', text: leaking });
  const { queued, left } = await engine.call('crisis.send', {
    id,
    replies: [
      { conversationId: a, text: 'As it was' },
      { conversationId: b, text: leaking },
    ],
  });
  expect(queued).toEqual([]);
  expect(left).toMatchObject([
    { conversationId: a, reason: 'changed' },
    { conversationId: b, reason: 'refused', error: { code: 'guardRefused' } },
  ]);
});

test('nobody is told the same twice', async () => {
  const { engine, id } = await inCrisis();
  await sendAll(engine, id);
  await engine.clock.advance(20 * MINUTE_MS);
  await until('all are sent', () => sentPosts(engine) === 3);
  await engine.clock.advance(MINUTE_MS);
  engine.control.mention({ from: 'anna', text: 'payment fails at checkout, still!' });
  engine.control.mention({ from: 'eve', text: 'payment fails at checkout' });
  await engine.call('capture.pollNow', {});
  const { queued, left } = await sendAll(engine, id);
  expect(queued).toHaveLength(1);
  expect(left).toMatchObject([{ reason: 'alreadyTold' }]);
});
