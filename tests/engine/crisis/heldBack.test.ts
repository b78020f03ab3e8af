import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';
import { openResolved, resolvedConversation, sentTexts } from '../surveys/support.ts';

const start = (engine: TestEngine) => engine.call('crisis.start', { title: 'Website down' });
const heldBack = async (engine: TestEngine) =>
  (await engine.call('crisis.get', {})).running?.surveysHeldBack ?? null;

/** An engine that asks half an hour after each resolution. */
async function withRule(): Promise<TestEngine> {
  const engine = await startTestEngine();
  await engine.call('settings.set', { officeHours: { timeZone: 'UTC', ranges: [], holidays: [] } });
  const { rule } = await engine.call('surveys.settings', {});
  await engine.call('surveys.updateSettings', { rule: { ...rule, on: true, delayMinutes: 30 } });
  return engine;
}

async function wait(engine: TestEngine, ms: number) {
  engine.clock.jump(ms - MINUTE_MS);
  await engine.call('capture.pollNow', {});
  await engine.clock.advance(MINUTE_MS);
}

test('the rule asks nobody in a crisis, and after it only about what is resolved then', async () => {
  const engine = await withRule();
  await openResolved(engine, 'anna');
  const { id } = await start(engine);
  await openResolved(engine, 'bo');
  await wait(engine, HOUR_MS);
  expect(await heldBack(engine)).toBe(2);
  await engine.restart();
  await engine.call('crisis.end', { id });
  const { items } = await engine.call('crisis.log', { id });
  expect(items.find(({ kind }) => kind === 'surveysHeldBack')).toMatchObject({
    agent: null,
    facts: { count: 2 },
  });
  await openResolved(engine, 'carl');
  await wait(engine, HOUR_MS);
  await until('Carl is asked', () => sentTexts(engine).length === 1);
  expect((await engine.call('surveys.list', {})).items).toHaveLength(1);
});

test('an agent cannot ask in a crisis, and that is counted', async () => {
  const { engine, survey } = await resolvedConversation();
  await start(engine);
  const { reasons } = await engine.call('surveys.check', survey);
  expect(reasons.map(({ code }) => code)).toEqual(['crisis']);
  expect(await engine.fail('surveys.send', survey)).toMatchObject({ code: 'surveyRefused' });
  expect(await heldBack(engine)).toBe(1);
});

test('a survey that is held when the crisis begins does not go out', async () => {
  const { engine, survey } = await resolvedConversation();
  const { id } = await engine.call('surveys.send', survey);
  await start(engine);
  await engine.clock.advance(MINUTE_MS);
  await until('it is refused', async () => (await engine.call('surveys.get', { id })).state === 'refused');
  expect(sentTexts(engine)).toEqual([]);
  expect((await engine.call('surveys.get', { id })).reasons).toEqual([{ code: 'crisis' }]);
  expect(await heldBack(engine)).toBe(1);
});

test('a promise is refused in a crisis, by its title, and offered again after it', async () => {
  const engine = await startTestEngine();
  const { id: conversationId } = await openConversation(engine, 'anna', 'Where is my refund?');
  const texts = [{ language: null, channel: null, text: 'Your refund comes tomorrow.' }];
  const canned = await engine.call('library.create', { title: 'Refund', texts, isPromise: true });
  const use = { id: canned.id, conversationId, channel: 'public' } as const;
  const suggested = async () => {
    const { items } = await engine.call('replies.suggest', { conversationId });
    return items.filter(({ source }) => source.kind === 'canned').length;
  };
  expect((await engine.call('library.use', use)).text).toContain('tomorrow');
  expect(await suggested()).toBe(1);
  const { id } = await start(engine);
  expect(await engine.fail('library.use', use)).toEqual({ code: 'promiseFrozen', title: 'Refund' });
  expect(await suggested()).toBe(0);
  await engine.call('crisis.end', { id });
  expect((await engine.call('library.use', use)).text).toContain('tomorrow');
});

test('what is a promise is undone, exported and imported with its canned response', async () => {
  const engine = await startTestEngine();
  const texts = [{ language: null, channel: null, text: 'Your refund comes tomorrow.' }];
  const { id } = await engine.call('library.create', { title: 'Refund', texts });
  const { activityId = '', isPromise } = await engine.call('library.update', { id, isPromise: true });
  expect(isPromise).toBe(true);
  const { content } = await engine.call('library.export', { format: 'json' });
  await engine.call('activities.undo', { id: activityId });
  expect((await engine.call('library.get', { id })).isPromise).toBe(false);
  await engine.call('library.import', { format: 'json', content, apply: true });
  expect((await engine.call('library.get', { id })).isPromise).toBe(true);
});
