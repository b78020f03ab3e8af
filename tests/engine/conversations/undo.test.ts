import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { EngineInput } from '#shared/contract/engine.ts';
import type { Priority, SettableStatus } from '#shared/domain/conversation.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

/** Every column of the conversation, and its row in the lists. */
async function stateOf(engine: TestEngine, id: string) {
  const { items } = await engine.call('conversations.list', { view: 'all' });
  const store = new Database(join(engine.dir, 'perch.sqlite'), { readonly: true });
  const stored = store.prepare('SELECT * FROM conversations WHERE id = ?').get(id);
  store.close();
  return { stored, listed: items.find((item) => item.id === id) };
}

async function begin() {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  const writeAgain = async () => {
    await engine.clock.advance(MINUTE_MS);
    engine.control.mention({ from: 'anna', text: 'Hello?' });
    await engine.call('capture.pollNow', {});
  };
  const undo = (activityId: string | undefined) => engine.call('activities.undo', { id: activityId ?? '-' });
  const refusal = (activityId: string | undefined) =>
    engine.fail('activities.undo', { id: activityId ?? '-' });
  const setStatus = async (status: SettableStatus) =>
    (await engine.call('conversations.setStatus', { id, status })).activityId;
  const snooze = async (until: number | null) =>
    (await engine.call('conversations.snooze', { id, until })).activityId;
  const assign = async (agent: string | null) =>
    (await engine.call('conversations.assign', { id, agent })).activityId;
  const prioritise = async (priority: Priority) =>
    (await engine.call('conversations.setPriority', { id, priority })).activityId;
  const inAnHour = () => engine.clock.now() + HOUR_MS;
  return { engine, id, writeAgain, undo, refusal, setStatus, snooze, assign, prioritise, inAnHour };
}

type Begun = Awaited<ReturnType<typeof begin>>;
type Step = (begun: Begun) => Promise<unknown>;
type Act = (begun: Begun) => Promise<string | undefined>;

const nothing: Step = async () => {};
const resolve: Act = ({ setStatus }) => setStatus('resolved');
const reopen: Act = ({ setStatus }) => setStatus('open');
const wait: Act = ({ setStatus }) => setStatus('pending');
const sleep: Act = ({ snooze, inAnHour }) => snooze(inAnHour());
const wake: Act = ({ snooze }) => snooze(null);

describe('undoing restores exactly what was before', () => {
  const cases: readonly (readonly [string, Step, Act])[] = [
    ['resolving what nobody had touched', nothing, resolve],
    ['resolving what was open', reopen, resolve],
    ['resolving what was snoozed', sleep, resolve],
    ['waiting', nothing, wait],
    ['opening', nothing, reopen],
    ['reopening', resolve, reopen],
    ['reopening what waited', wait, reopen],
    ['a priority', nothing, ({ prioritise }) => prioritise('urgent')],
    ['another priority', ({ prioritise }) => prioritise('low'), ({ prioritise }) => prioritise('normal')],
    ['a snooze', nothing, sleep],
    ['another snooze', sleep, ({ snooze, inAnHour }) => snooze(inAnHour() + HOUR_MS)],
    ['the end of a snooze', sleep, wake],
    ['an assignment', nothing, ({ assign }) => assign('Sam')],
    ['an assignment to somebody else', ({ assign }) => assign('Sam'), ({ assign }) => assign('Kim')],
    ['the end of an assignment', ({ assign }) => assign('Sam'), ({ assign }) => assign(null)],
  ];

  test.each(cases)('%s', async (_, prepare, act) => {
    const begun = await begin();
    const { engine, id, undo } = begun;
    await prepare(begun);
    await engine.clock.advance(MINUTE_MS);
    const before = await stateOf(engine, id);
    const activityId = await act(begun);
    expect(await stateOf(engine, id)).not.toEqual(before);
    await engine.clock.advance(MINUTE_MS);
    engine.events.length = 0;
    expect((await undo(activityId)).conversationId).toBe(id);
    expect(await stateOf(engine, id)).toEqual(before);
    expect(engine.events).toEqual([{ name: 'conversations.changed', params: { ids: [id] } }]);
  });
});

test('it is recorded with what was undone, by whom', async () => {
  const { engine, id, undo, setStatus } = await begin();
  const activityId = (await setStatus('resolved')) ?? '';
  await engine.call('agents.add', { name: 'Kim' });
  const undone = await undo(activityId);
  const { activities } = await engine.call('conversations.get', { id });
  expect(activities.at(-1)).toMatchObject({
    id: undone.activityId,
    kind: 'undone',
    agent: 'Kim',
    facts: { activityId, kind: 'statusSet' },
  });
});

describe('it is refused', () => {
  test('if it was undone already, also when the same was done again', async () => {
    const { engine, id, undo, refusal, assign } = await begin();
    const activityId = await assign('Sam');
    const undone = await undo(activityId);
    await assign('Sam');
    expect(await refusal(activityId)).toEqual({
      code: 'notUndone',
      id: activityId,
      reason: 'alreadyUndone',
    });
    expect((await stateOf(engine, id)).listed?.agent).toBe('Sam');
    expect(await refusal(undone.activityId)).toMatchObject({ reason: 'otherKind' });
  });

  const changes: readonly (readonly [string, Act, Step])[] = [
    ['resolved, then opened', resolve, reopen],
    ['resolved, opened and resolved', resolve, async (begun) => [await reopen(begun), await resolve(begun)]],
    ['snoozed, then woken', sleep, wake],
    ['snoozed, then over', sleep, ({ engine }) => engine.clock.advance(2 * HOUR_MS)],
    ['snoozed, then resolved', sleep, resolve],
    ['assigned, then to another', ({ assign }) => assign('Sam'), ({ assign }) => assign('Kim')],
  ];

  test.each(changes)('if the conversation was changed since: %s', async (_, act, change) => {
    const begun = await begin();
    const { engine, id, refusal } = begun;
    const activityId = await act(begun);
    await engine.clock.advance(1_000);
    await change(begun);
    const before = await stateOf(engine, id);
    expect(await refusal(activityId)).toEqual({ code: 'notUndone', id: activityId, reason: 'changedSince' });
    expect(await stateOf(engine, id)).toEqual(before);
  });

  test('for an id that is none, and for what has no inverse', async () => {
    const { engine, id, refusal } = await begin();
    expect(await refusal('nothing')).toEqual({ code: 'notFound', what: 'activity', id: 'nothing' });
    const { activities } = await engine.call('conversations.get', { id });
    expect(await refusal(activities[0]?.id)).toMatchObject({ code: 'notUndone', reason: 'otherKind' });
  });
});

test('other changes stay, and changes are undone in any order', async () => {
  const { engine, id, undo, assign, setStatus } = await begin();
  const before = await stateOf(engine, id);
  const assigned = await assign('Sam');
  const resolved = await setStatus('resolved');
  await undo(assigned);
  expect((await stateOf(engine, id)).listed).toMatchObject({ agent: null, status: 'resolved' });
  await undo(resolved);
  expect(await stateOf(engine, id)).toEqual(before);
});

describe('a message that came in meanwhile', () => {
  test('stays in the queue after a resolution is undone, with those before it', async () => {
    const { engine, id, writeAgain, undo, setStatus } = await begin();
    const since = (await stateOf(engine, id)).listed?.waitingSince;
    const activityId = await setStatus('resolved');
    await writeAgain();
    await undo(activityId);
    expect((await stateOf(engine, id)).listed).toMatchObject({ waitingSince: since, unread: 2 });
    expect((await engine.call('conversations.counts', {})).counts.queue).toBe(1);
  });

  const hiding: readonly (readonly [string, Step, Act])[] = [
    ['resolved', resolve, reopen],
    ['snoozed', sleep, wake],
    ['snoozed before it was resolved', sleep, resolve],
  ];

  test.each(hiding)('is not hidden again in a conversation that was %s', async (_, prepare, act) => {
    const begun = await begin();
    const { engine, id, writeAgain, refusal } = begun;
    await prepare(begun);
    const activityId = await act(begun);
    await writeAgain();
    const before = await stateOf(engine, id);
    expect(await refusal(activityId)).toMatchObject({ code: 'notUndone', reason: 'newMessage' });
    expect(await stateOf(engine, id)).toEqual(before);
    expect(before.listed?.waitingSince).not.toBeNull();
  });

  test('waits on when a conversation that waited for the person is set back to waiting', async () => {
    const { engine, id, writeAgain, undo, setStatus } = await begin();
    await setStatus('pending');
    const activityId = await setStatus('open');
    await writeAgain();
    await undo(activityId);
    expect((await stateOf(engine, id)).listed).toMatchObject({ status: 'open', unread: 1 });
  });
});

test('an engine that starts again undoes what the one before did', async () => {
  const { engine, id, undo, setStatus } = await begin();
  const before = await stateOf(engine, id);
  const activityId = await setStatus('resolved');
  await engine.restart();
  await undo(activityId);
  expect(await stateOf(engine, id)).toEqual(before);
});

describe('a change that changes nothing', () => {
  const same: readonly (readonly ['setStatus' | 'setPriority' | 'snooze' | 'assign', object, object])[] = [
    ['setStatus', { status: 'resolved' }, { status: 'resolved' }],
    ['setStatus', { status: 'pending' }, { status: 'pending' }],
    ['assign', { agent: 'Sam' }, { agent: 'Sam' }],
    ['setPriority', { priority: 'high' }, { priority: 'high' }],
    ['setPriority', { priority: 'normal' }, { priority: 'normal' }],
    ['snooze', { until: null }, { until: null }],
  ];

  test.each(same)('has no activity: %s %o', async (name, first, second) => {
    const { engine, id } = await begin();
    const method = `conversations.${name}` as const;
    const call = (input: object) => engine.call(method, { id, ...input } as EngineInput<typeof method>);
    const done = await call(first);
    await engine.clock.advance(1_000);
    const before = await stateOf(engine, id);
    const { activities } = await engine.call('conversations.get', { id });
    expect(await call(second)).toEqual({});
    expect(await stateOf(engine, id)).toEqual(before);
    expect((await engine.call('conversations.get', { id })).activities).toEqual(activities);
    if (done.activityId !== undefined) await engine.call('activities.undo', { id: done.activityId });
  });
});
