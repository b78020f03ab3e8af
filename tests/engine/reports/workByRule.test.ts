import { expect, test } from 'vitest';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { createRule, createTag } from '../rules/support.ts';

const period = (engine: TestEngine) => ({
  from: engine.clock.now() - 86_400_000,
  to: engine.clock.now() + 86_400_000,
});

async function groupsOf(engine: TestEngine, more: { readonly asKnownOn?: number } = {}) {
  const { groups } = await engine.call('reports.workGroups', { ...period(engine), ...more, groupBy: 'rule' });
  return groups.map(({ label, figures }) => [label, figures.opened]);
}

/** Two rules that tag what is about parcels and about refunds, and one that only records; of three people one asks about both. */
async function withRules() {
  const engine = await startTestEngine();
  const tag = await createTag(engine, 'Money');
  const other = await createTag(engine, 'Post');
  const words = (word: string) => [{ kind: 'words' as const, words: [word], not: false }];
  const money = await createRule(engine, {
    name: 'Refunds',
    conditions: words('refund'),
    steps: { addTags: [tag] },
  });
  await createRule(engine, { name: 'Parcels', conditions: words('parcel'), steps: { addTags: [other] } });
  await createRule(engine, { name: 'Trial', mode: 'log', steps: { status: 'pending' } });
  const both = await openConversation(engine, 'anna', 'A refund for my parcel');
  await openConversation(engine, 'bob', 'My parcel?');
  await openConversation(engine, 'carl', 'Thanks');
  await engine.clock.advance(100);
  return { engine, money, both };
}

test('a conversation is in the group of each rule that ran in it, one that only records in none', async () => {
  const { engine, money, both } = await withRules();
  expect(await groupsOf(engine)).toEqual([
    ['Parcels', 2],
    ['Refunds', 1],
    [null, 1],
  ]);
  const { items } = await engine.call('reports.workConversations', {
    ...period(engine),
    figure: 'opened',
    limit: 10,
    group: { by: 'rule', key: money.id },
  });
  expect(items.map(({ conversationId }) => conversationId)).toEqual([both.id]);
  const { content } = await engine.call('reports.exportWork', { ...period(engine), groupBy: 'rule' });
  expect(content).toMatch(/^rule,[^,]+,Parcels,2,/m);
});

test('a run that is undone does not count, but did as known before', async () => {
  const { engine, money } = await withRules();
  const asKnownOn = engine.clock.now();
  const [ran] = (await engine.call('rules.runs', { id: money.id })).items;
  engine.clock.jump(60_000);
  await engine.call('bulk.undo', { id: ran?.id ?? '' });
  expect(await groupsOf(engine)).toEqual([
    ['Parcels', 2],
    [null, 1],
  ]);
  expect(await groupsOf(engine, { asKnownOn })).toHaveLength(3);
});

test('a rule has its name of now, and once it is deleted that of its last run', async () => {
  const { engine, money } = await withRules();
  await engine.call('rules.update', { id: money.id, name: 'Money back' });
  expect(await groupsOf(engine)).toContainEqual(['Money back', 1]);
  await engine.call('rules.delete', { id: money.id });
  expect(await groupsOf(engine)).toContainEqual(['Refunds', 1]);
});
