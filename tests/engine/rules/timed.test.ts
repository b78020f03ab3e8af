import { describe, expect, test } from 'vitest';
import type { RuleTrigger } from '#shared/domain/rule.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { createRule, createTag, type SomeRule } from './support.ts';

const afterFourHours: RuleTrigger = { kind: 'noReply', hours: 4, inOfficeHours: false };
const afterAWeek: RuleTrigger = { kind: 'silence', days: 7 };
const resolves: SomeRule = { when: afterAWeek, steps: { status: 'resolved' } };

/** Lets time pass, and Perch know what happened on X until then. */
async function pass(engine: TestEngine, ms: number) {
  engine.clock.jump(ms);
  await poll(engine);
}

async function poll(engine: TestEngine) {
  await engine.call('capture.pollNow', {});
  await engine.clock.advance(20_000);
}

async function read(engine: TestEngine, id: string) {
  const { conversation, activities } = await engine.call('conversations.get', { id });
  const runs = activities.filter(({ kind }) => kind === 'ruleRun');
  return { status: conversation.status, runs: runs.map(({ facts }) => facts.rule) };
}

async function startWaiting(rule: SomeRule = {}) {
  const engine = await startTestEngine();
  const tag = await createTag(engine, 'Waits');
  const { id: ruleId } = await createRule(engine, {
    when: afterFourHours,
    steps: { addTags: [tag], removeTags: [] },
    ...rule,
  });
  const { id } = await openConversation(engine);
  const runs = async () => (await engine.call('rules.runs', { id: ruleId })).items.length;
  return { engine, tag, ruleId, id, runs };
}

describe('a rule for messages without a reply', () => {
  test('runs once when somebody has waited so long, and again for what they wait for after a reply', async () => {
    const { engine, tag, id, runs } = await startWaiting();
    await pass(engine, 4 * HOUR_MS - MINUTE_MS);
    expect(await runs()).toBe(0);
    await pass(engine, MINUTE_MS);
    expect(await runs()).toBe(1);
    await engine.call('conversations.tag', { id, add: [], remove: [tag] });
    engine.control.mention({ from: 'anna', text: 'Hello?' });
    await pass(engine, DAY_MS);
    expect(await runs()).toBe(1);
    await engine.send(id, 'Here it is');
    await pass(engine, MINUTE_MS);
    engine.control.mention({ from: 'anna', text: 'And the other one?' });
    await pass(engine, 4 * HOUR_MS - MINUTE_MS);
    expect(await runs()).toBe(1);
    await pass(engine, MINUTE_MS);
    expect(await runs()).toBe(2);
  });

  test('counts office hours only where it says so', async () => {
    const engine = await startTestEngine();
    const tag = await createTag(engine, 'Waits');
    const ranges = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }];
    await engine.call('settings.set', { officeHours: { timeZone: 'UTC', ranges, holidays: [] } });
    const { id: ruleId } = await createRule(engine, {
      when: { kind: 'noReply', hours: 4, inOfficeHours: true },
      steps: { addTags: [tag] },
    });
    await engine.clock.advance(6 * HOUR_MS);
    await openConversation(engine);
    const runs = async () => (await engine.call('rules.runs', { id: ruleId })).items.length;
    // Two hours are left of Monday; the other two begin on Tuesday at nine.
    await pass(engine, 19 * HOUR_MS);
    expect(await runs()).toBe(0);
    await pass(engine, HOUR_MS + MINUTE_MS);
    expect(await runs()).toBe(1);
  });

  test('leaves alone what was due before it was switched on', async () => {
    const { engine, ruleId, runs } = await startWaiting({ mode: 'off', steps: { status: 'open' } });
    await pass(engine, 5 * HOUR_MS);
    await engine.call('rules.update', { id: ruleId, mode: 'on' });
    await openConversation(engine, 'bob');
    await pass(engine, DAY_MS);
    expect(await runs()).toBe(1);
  });

  test('leaves alone who was replied to elsewhere while Perch was closed, and finds who was not', async () => {
    const { engine, id, runs } = await startWaiting();
    const { postId } = await openConversation(engine, 'bob');
    await engine.restart({}, () => {
      engine.clock.jump(6 * HOUR_MS);
      engine.control.ownPost({ text: 'On it', replyToId: postId });
    });
    await engine.clock.advance(MINUTE_MS);
    expect(await runs()).toBe(0);
    await poll(engine);
    expect(await runs()).toBe(1);
    expect((await read(engine, id)).runs).toHaveLength(1);
  });

  test('runs for a message that came while Perch was closed', async () => {
    const { engine, runs } = await startWaiting();
    await pass(engine, 5 * HOUR_MS);
    engine.control.mention({ from: 'bob', text: 'Where is mine?' });
    await engine.restart({}, () => engine.clock.jump(5 * HOUR_MS));
    await poll(engine);
    expect(await runs()).toBe(2);
  });

  test.each([
    ['two hours back', -2 * HOUR_MS],
    ['eight hours on', 8 * HOUR_MS],
    ['a year on', 365 * DAY_MS],
  ])('runs once at most after the clock was set %s and back', async (_, by) => {
    const { engine, runs } = await startWaiting();
    await pass(engine, HOUR_MS);
    engine.clock.jump(by);
    await pass(engine, MINUTE_MS);
    engine.clock.jump(-by);
    await pass(engine, 4 * HOUR_MS);
    await pass(engine, MINUTE_MS);
    expect(await runs()).toBe(1);
  });

  test('waits while its conversation is snoozed', async () => {
    const { engine, id, runs } = await startWaiting();
    await engine.call('conversations.snooze', { id, until: engine.clock.now() + DAY_MS });
    await pass(engine, 12 * HOUR_MS);
    expect(await runs()).toBe(0);
    await pass(engine, 12 * HOUR_MS);
    expect(await runs()).toBe(1);
  });

  test('stops those below it that wait for the same, and no other', async () => {
    const { engine, tag, id } = await startWaiting({ name: 'First', stops: true });
    await createRule(engine, { name: 'Same', when: afterFourHours, steps: { status: 'open' } });
    const soon: RuleTrigger = { ...afterFourHours, hours: 3 };
    await createRule(engine, { name: 'Sooner', when: soon, steps: { removeTags: [tag], status: 'open' } });
    await pass(engine, 5 * HOUR_MS);
    expect((await read(engine, id)).runs.toSorted()).toEqual(['First', 'Sooner']);
  });
});

describe('a rule for silence', () => {
  async function startReplied() {
    const { engine, id, ruleId, runs } = await startWaiting(resolves);
    await engine.send(id, 'Here it is');
    await pass(engine, MINUTE_MS);
    return { engine, id, ruleId, runs };
  }

  test('resolves a conversation in which nobody has written for so long, which one undo takes back', async () => {
    const { engine, id, ruleId } = await startReplied();
    await pass(engine, 7 * DAY_MS - 10 * MINUTE_MS);
    expect(await read(engine, id)).toEqual({ status: 'pending', runs: [] });
    await pass(engine, 10 * MINUTE_MS);
    expect(await read(engine, id)).toEqual({ status: 'resolved', runs: ['Some rule'] });
    const [run] = (await engine.call('rules.runs', { id: ruleId })).items;
    await engine.call('bulk.undo', { id: run?.id ?? '' });
    await pass(engine, DAY_MS);
    expect(await read(engine, id)).toMatchObject({ status: 'pending' });
  });

  test('never acts where a message waits for a reply', async () => {
    const { engine, id } = await startWaiting(resolves);
    await pass(engine, 8 * DAY_MS);
    expect((await read(engine, id)).runs).toEqual([]);
  });

  test('never acts where a reply waits to be approved', async () => {
    const { engine, id } = await startReplied();
    const other = await openConversation(engine, 'bob');
    await engine.send(other.id, 'Soon');
    await pass(engine, MINUTE_MS);
    const reply = { conversationId: id, channel: 'public' as const, text: 'And this' };
    await engine.call('agents.add', { name: 'Robin' });
    await engine.call('approvals.ask', { reply, approver: null });
    await pass(engine, 7 * DAY_MS);
    expect((await read(engine, id)).runs).toEqual([]);
    expect((await read(engine, other.id)).runs).toEqual(['Some rule']);
  });

  test('waits until X has been asked, for a message may have come', async () => {
    const { engine, id } = await startReplied();
    await engine.restart({}, () => {
      engine.clock.jump(6 * DAY_MS);
      engine.control.mention({ from: 'anna', text: 'It has not come' });
      engine.clock.jump(2 * DAY_MS);
    });
    await engine.clock.advance(MINUTE_MS);
    expect((await read(engine, id)).runs).toEqual([]);
    await poll(engine);
    expect(await read(engine, id)).toEqual({ status: 'open', runs: [] });
  });
});
