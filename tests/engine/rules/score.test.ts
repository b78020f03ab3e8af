import { describe, expect, test } from 'vitest';
import type { RuleTrigger } from '#shared/domain/rule.ts';
import { DAY_MS } from '#shared/time.ts';
import { startTestEngine } from '../../support/startTestEngine.ts';
import { askedSurvey } from '../surveys/support.ts';
import { createRule, createTag, type SomeRule, toDraft } from './support.ts';

const detractors: RuleTrigger = { kind: 'score', scale: 'nps', from: 0, to: 6 };

/** A survey that X has, and a rule for its detractors. */
async function askedWithRule(more: SomeRule = {}) {
  const asked = await askedSurvey('nps');
  const tag = await createTag(asked.engine, 'Detractor');
  const steps = { addTags: [tag], priority: 'high' as const, notify: true };
  const rule = await createRule(asked.engine, { name: 'Detractors', when: detractors, ...more, steps });
  const runs = async () => (await asked.engine.call('rules.runs', { id: rule.id })).items;
  const ran = async () =>
    (await asked.engine.call('conversations.get', { id: asked.id })).activities.filter(
      ({ kind }) => kind === 'ruleRun',
    );
  const preview = () => asked.engine.call('rules.preview', { when: rule.when, conditions: rule.conditions });
  return { ...asked, tag, rule, runs, ran, preview };
}

describe('a rule for scores', () => {
  test('runs when a person gives one of them, under its name, and can be undone', async () => {
    const { engine, id, tag, rule, write, read, ran, runs } = await askedWithRule();
    await write('3');
    expect(await read()).toMatchObject({ tags: [tag], priority: 'high', status: 'open' });
    const notified = engine.events.filter(({ name }) => name === 'rules.notified');
    expect(notified).toMatchObject([{ params: { ruleId: rule.id, conversationId: id } }]);
    const [run] = await ran();
    expect(run).toMatchObject({ agent: null, facts: { rule: 'Detractors' } });
    await engine.call('bulk.undo', { id: String(run?.facts.runId) });
    expect(await read()).toMatchObject({ tags: [], priority: 'normal' });
    expect(await runs()).toMatchObject([{ isUndone: true }]);
  });

  test.each([
    ['another score', detractors, '7'],
    ['a score on another scale', { ...detractors, scale: 'csat', from: 1, to: 5 } as const, '3'],
    ['an ordinary message', detractors, 'Where is my parcel? I ordered it in May'],
  ])('does not run for %s', async (_, when, text) => {
    const { write, runs } = await askedWithRule({ when });
    await write(text);
    expect(await runs()).toEqual([]);
  });

  test('runs again only if the score has left its range', async () => {
    const { engine, surveyId, write, runs } = await askedWithRule();
    await write('9');
    expect(await runs()).toHaveLength(0);
    await write('sorry, I meant 3');
    expect(await runs()).toHaveLength(1);
    const correct = async (score: number | null) => {
      await engine.call('surveys.correct', { id: surveyId, score });
      await engine.clock.advance(100);
    };
    await correct(2);
    expect(await runs()).toHaveLength(1);
    await correct(10);
    await correct(null);
    expect(await runs()).toHaveLength(1);
    await correct(4);
    expect(await runs()).toHaveLength(2);
  });

  test('runs for a score on the word of an agent', async () => {
    const { engine, surveyId, read, tag } = await askedWithRule();
    await engine.call('surveys.correct', { id: surveyId, score: 1 });
    await engine.clock.advance(100);
    expect(await read()).toMatchObject({ tags: [tag] });
  });

  test('looks at the words beside the score', async () => {
    const conditions = [{ kind: 'words' as const, words: ['rude'], not: false }];
    const { write, runs, preview } = await askedWithRule({ conditions });
    await write('2, the driver was rude');
    expect(await runs()).toHaveLength(1);
    expect(await preview()).toMatchObject({
      matches: 1,
      conversations: [{ text: '2, the driver was rude' }],
    });
  });

  test('only records what it would have done while it is tried', async () => {
    const { write, read, runs } = await askedWithRule({ mode: 'log' });
    await write('3');
    expect(await read()).toMatchObject({ tags: [], priority: 'normal' });
    expect(await runs()).toMatchObject([{ isLogged: true }]);
  });

  test('counts the scores of the last 30 days in its preview', async () => {
    const { engine, id, write, preview } = await askedWithRule({ mode: 'off' });
    expect(await preview()).toMatchObject({ matches: 0 });
    await write('3');
    const found = { matches: 1, isExact: false, conversations: [{ conversationId: id }] };
    expect(await preview()).toMatchObject(found);
    engine.clock.jump(31 * DAY_MS);
    expect(await preview()).toMatchObject({ matches: 0 });
  });

  test('tells no score that is hidden from who handled the matter', async () => {
    const { engine, write, get, ran, runs, preview } = await askedWithRule();
    const handler = (await get()).handledBy ?? '';
    await write('3');
    await engine.call('surveys.updateSettings', { hideFromHandler: true });
    const told = async () => [
      await ran(),
      await runs(),
      (await engine.call('rules.runs', {})).items,
      (await preview()).conversations,
    ];
    await engine.call('agents.switch', { id: handler });
    expect(await told()).toEqual([[], [], [], []]);
    expect(await preview()).toMatchObject({ matches: 1 });
    const { id } = await engine.call('agents.add', { name: 'Sam' });
    await engine.call('agents.switch', { id });
    expect((await told()).map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  });
});

test.each([
  ['csat', 0, 2, 'within 1 to 5, the lower first; found 0 to 2'],
  ['csat', 2, 6, 'within 1 to 5, the lower first; found 2 to 6'],
  ['nps', 6, 0, 'within 0 to 10, the lower first; found 6 to 0'],
] as const)('a rule for %s scores from %i to %i is refused', async (scale, from, to, reason) => {
  const engine = await startTestEngine();
  const draft = toDraft({ when: { kind: 'score', scale, from, to }, steps: { notify: true } });
  const refused = { code: 'invalid', path: 'rule', reason: expect.stringContaining(reason) };
  expect(await engine.fail('rules.create', draft)).toMatchObject(refused);
});
