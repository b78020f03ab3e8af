import { describe, expect, test } from 'vitest';
import type { RuleCondition, RuleTrigger } from '#shared/domain/rule.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { createRule, createTag } from './support.ts';

async function preview(engine: TestEngine, when: RuleTrigger, ...conditions: RuleCondition[]) {
  const found = await engine.call('rules.preview', { when, conditions });
  const { matches, isExact, since } = found;
  return { matches, isExact, since, people: found.conversations.map(({ person }) => person.handle) };
}

async function pass(engine: TestEngine, ms: number) {
  engine.clock.jump(ms);
  await engine.call('capture.pollNow', {});
  await engine.clock.advance(20_000);
}

const words = (...wanted: string[]): RuleCondition => ({ kind: 'words', words: wanted, not: false });

describe('the preview of a rule', () => {
  test('counts the conversations of the last 30 days with a message that matches, the newest first', async () => {
    const engine = await startTestEngine();
    await openConversation(engine, 'early', 'A refund, please');
    await pass(engine, 31 * DAY_MS);
    await openConversation(engine, 'anna', 'Where is it?');
    engine.control.mention({ from: 'anna', text: 'I want my refund' });
    await openConversation(engine, 'bob', 'No REFUND yet');
    await openConversation(engine, 'cleo', 'All fine');
    expect(await preview(engine, { kind: 'message' }, words('refund'))).toEqual({
      matches: 2,
      isExact: true,
      since: engine.clock.now() - 30 * DAY_MS,
      people: ['bob', 'anna'],
    });
    // Anna’s conversation began with another message.
    const beginning = await preview(engine, { kind: 'newConversation' }, words('refund'));
    expect(beginning).toMatchObject({ matches: 1, people: ['bob'] });
    expect((await engine.call('rules.list', {})).items).toEqual([]);
  });

  test('takes tags as they are now, and says so', async () => {
    const engine = await startTestEngine();
    const tag = await createTag(engine, 'Angry');
    const { id } = await openConversation(engine);
    await openConversation(engine, 'bob');
    await engine.call('conversations.tag', { id, add: [tag], remove: [] });
    const isTagged: RuleCondition = { kind: 'tag', tag, not: false };
    const expected = { matches: 1, isExact: false, people: ['anna'] };
    expect(await preview(engine, { kind: 'message' }, isTagged)).toMatchObject(expected);
    expect(await preview(engine, { kind: 'tagAdded', tag })).toMatchObject(expected);
  });

  test('finds who waited so long, also where somebody replied later', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const quick = await openConversation(engine, 'bob');
    const settled = await openConversation(engine, 'cleo');
    await pass(engine, HOUR_MS);
    await engine.send(quick.id, 'Here');
    await engine.clock.advance(MINUTE_MS);
    await engine.call('conversations.setStatus', { id: settled.id, status: 'resolved' });
    await pass(engine, 4 * HOUR_MS);
    await engine.send(id, 'Here');
    await openConversation(engine, 'dora');
    await pass(engine, MINUTE_MS);
    const found = await preview(engine, { kind: 'noReply', hours: 4, inOfficeHours: false });
    expect(found).toMatchObject({ matches: 1, isExact: false, people: ['anna'] });
  });

  test('finds where nobody wrote for so long and nothing waited', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    await openConversation(engine, 'bob');
    await engine.send(id, 'Here');
    await pass(engine, MINUTE_MS);
    await pass(engine, 8 * DAY_MS);
    const found = await preview(engine, { kind: 'silence', days: 7 });
    expect(found).toMatchObject({ matches: 1, people: ['anna'] });
    expect(await preview(engine, { kind: 'silence', days: 9 })).toMatchObject({ matches: 0 });
  });

  test('agrees with what the rule does', async () => {
    const engine = await startTestEngine();
    const tag = await createTag(engine, 'Parcel');
    const conditions = [words('parcel'), { kind: 'channel' as const, channel: 'public' as const }];
    const when = { kind: 'message' } as const;
    const { id } = await createRule(engine, { when, conditions, steps: { addTags: [tag] } });
    for (const [from, text] of [
      ['a', 'My parcel'],
      ['b', 'Hello'],
      ['c', 'A PARCEL!'],
    ] as const)
      await openConversation(engine, from, text);
    await engine.clock.advance(1_000);
    const runs = (await engine.call('rules.runs', { id })).items.map(({ person }) => person.handle);
    const { people, matches } = await preview(engine, when, ...conditions);
    expect([people, matches]).toEqual([runs, 2]);
  });
});

test('the runs of all rules say where they were, and whether they were undone', async () => {
  const engine = await startTestEngine();
  const tag = await createTag(engine, 'Hello');
  const { id: ruleId } = await createRule(engine, { steps: { addTags: [tag] } });
  await openConversation(engine, 'anna');
  await openConversation(engine, 'bob');
  await engine.clock.advance(1_000);
  const list = async () => (await engine.call('rules.runs', {})).items;
  const [first] = await list();
  await engine.call('bulk.undo', { id: first?.id ?? '' });
  expect(await list()).toMatchObject([
    { ruleId, person: { handle: 'bob' }, isUndone: true },
    { ruleId, person: { handle: 'anna' }, isUndone: false },
  ]);
});
