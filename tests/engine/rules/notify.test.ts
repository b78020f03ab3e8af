import { expect, test } from 'vitest';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { createRule, createTag } from './support.ts';

const notified = (engine: TestEngine) =>
  engine.events.flatMap(({ name, params }) => (name === 'rules.notified' ? [params] : []));

test('a rule notifies once for each run, under its name, and leaves nothing to undo', async () => {
  const engine = await startTestEngine();
  const rule = await createRule(engine, { name: 'Press', steps: { notify: true } });
  const { id } = await openConversation(engine);
  await engine.clock.advance(100);
  expect(notified(engine)).toEqual([{ ruleId: rule.id, conversationId: id }]);
  const { activities } = await engine.call('conversations.get', { id });
  const facts = { rule: 'Press', changedNothing: true };
  expect(activities.filter(({ kind }) => kind === 'ruleRun')).toMatchObject([{ agent: null, facts }]);
  expect((await engine.call('rules.runs', {})).items).toMatchObject([{ steps: { notify: true } }]);
});

test('what else it changed can be undone', async () => {
  const engine = await startTestEngine();
  const tag = await createTag(engine, 'Press');
  await createRule(engine, { steps: { notify: true, addTags: [tag] } });
  const { id } = await openConversation(engine);
  await engine.clock.advance(100);
  const { activities } = await engine.call('conversations.get', { id });
  const ran = activities.find(({ kind }) => kind === 'ruleRun');
  expect(ran?.facts).not.toHaveProperty('changedNothing');
  const { undone, left } = await engine.call('bulk.undo', { id: String(ran?.facts.runId) });
  expect({ undone, left }).toEqual({ undone: [id], left: [] });
});

test('it is quiet while it is only tried', async () => {
  const engine = await startTestEngine();
  await createRule(engine, { mode: 'log', steps: { notify: true } });
  await openConversation(engine);
  await engine.clock.advance(100);
  expect(notified(engine)).toEqual([]);
});
