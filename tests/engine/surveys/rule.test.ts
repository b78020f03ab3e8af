import { describe, expect, test } from 'vitest';
import { isSampled } from '#engine/surveys/askByRule.ts';
import type { SurveyRule } from '#shared/domain/surveyRule.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';
import { openResolved, resolve, sentTexts } from './support.ts';

/** An engine whose rule asks half an hour after each resolution, unless it is `changed`. */
async function withRule(changed: Partial<SurveyRule> = {}) {
  const engine = await startTestEngine();
  await engine.call('settings.set', { officeHours: { timeZone: 'UTC', ranges: [], holidays: [] } });
  await setRule(engine, changed);
  return engine;
}

async function setRule(engine: TestEngine, changed: Partial<SurveyRule>) {
  const { rule } = await engine.call('surveys.settings', {});
  await engine.call('surveys.updateSettings', { rule: { ...rule, on: true, ...changed } });
}

/** Lets time pass as if Perch was running, with what comes in. */
async function wait(engine: TestEngine, ms: number) {
  engine.clock.jump(ms - MINUTE_MS);
  await engine.call('capture.pollNow', {});
  await engine.clock.advance(MINUTE_MS);
}

const untilSent = (engine: TestEngine, count = 1) =>
  until('it is sent', () => sentTexts(engine).length === count);

const listed = async (engine: TestEngine) => (await engine.call('surveys.list', {})).items;

const refusals = async (engine: TestEngine) =>
  (await listed(engine)).map(({ state, reasons }) => [state, ...reasons.map(({ code }) => code)]);

describe('the rule', () => {
  test('is off until it is switched on', async () => {
    const engine = await startTestEngine();
    await openResolved(engine);
    await wait(engine, DAY_MS);
    expect(await listed(engine)).toEqual([]);
  });

  test('asks once after the delay, for nobody in particular', async () => {
    const engine = await withRule();
    const { id } = await openResolved(engine);
    await wait(engine, 29 * MINUTE_MS);
    expect(await listed(engine)).toEqual([]);
    await wait(engine, 2 * MINUTE_MS);
    await untilSent(engine);
    expect(await listed(engine)).toMatchObject([
      { conversationId: id, askedBy: null, handledBy: expect.any(String), scale: 'csat', variant: 0 },
    ]);
    await engine.restart();
    await wait(engine, HOUR_MS);
    expect(await listed(engine)).toHaveLength(1);
    expect(sentTexts(engine)).toHaveLength(1);
  });

  test('asks with its own scale and wording', async () => {
    const engine = await withRule({ scale: 'csat', variant: 1 });
    await openResolved(engine);
    await wait(engine, 31 * MINUTE_MS);
    await untilSent(engine);
    expect(sentTexts(engine)[0]).toContain('How would you rate');
  });

  test('does not ask if the conversation is reopened before the delay is over', async () => {
    const engine = await withRule();
    const { id } = await openResolved(engine);
    await wait(engine, 20 * MINUTE_MS);
    await engine.call('conversations.setStatus', { id, status: 'open' });
    await wait(engine, HOUR_MS);
    expect(await listed(engine)).toEqual([]);
    await resolve(engine, id);
    await wait(engine, 20 * MINUTE_MS);
    expect(await listed(engine)).toEqual([]);
    await wait(engine, 11 * MINUTE_MS);
    await untilSent(engine);
  });

  test('does not ask whose message came in before the delay is over', async () => {
    const engine = await withRule();
    await openResolved(engine);
    await wait(engine, 20 * MINUTE_MS);
    engine.control.dm({ from: 'anna', text: 'It is broken again' });
    await wait(engine, HOUR_MS);
    expect(await listed(engine)).toEqual([]);
  });

  test('asks only in office hours', async () => {
    const engine = await withRule();
    const ranges = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '13:00', to: '14:00' }];
    await engine.call('settings.set', { officeHours: { timeZone: 'UTC', ranges, holidays: [] } });
    await openResolved(engine);
    const toOpening = (13 * HOUR_MS - (engine.clock.now() % DAY_MS) + DAY_MS) % DAY_MS;
    await wait(engine, toOpening - 2 * MINUTE_MS);
    expect(await listed(engine)).toEqual([]);
    await wait(engine, 3 * MINUTE_MS);
    await untilSent(engine);
  });

  test('asks at any hour of the customer’s day where the office does not matter', async () => {
    const engine = await withRule({ officeHoursOnly: false });
    const ranges = [{ days: [7], from: '03:00', to: '03:01' }];
    await engine.call('settings.set', { officeHours: { timeZone: 'UTC', ranges, holidays: [] } });
    await openResolved(engine);
    await wait(engine, 31 * MINUTE_MS);
    await untilSent(engine);
  });

  test('waits for the morning of the customer', async () => {
    const engine = await withRule();
    engine.clock.jump((22 * HOUR_MS - (engine.clock.now() % DAY_MS) + DAY_MS) % DAY_MS);
    await openResolved(engine);
    await wait(engine, HOUR_MS);
    expect(await listed(engine)).toEqual([]);
    await wait(engine, 11 * HOUR_MS);
    await untilSent(engine);
  });

  test('asks only about conversations with one of its tags', async () => {
    const engine = await withRule();
    const { id: tagId } = await engine.call('tags.create', { name: 'Delivery', colour: 'teal' });
    await setRule(engine, { tagIds: [tagId] });
    const { id } = await openResolved(engine, 'anna');
    await openResolved(engine, 'bob');
    await engine.call('conversations.tag', { id, add: [tagId], remove: [] });
    await wait(engine, 31 * MINUTE_MS);
    await untilSent(engine);
    expect((await listed(engine)).map((survey) => survey.conversationId)).toEqual([id]);
  });

  test('forgets a tag that is deleted, and is off without its last one', async () => {
    const engine = await withRule();
    const { id: first } = await engine.call('tags.create', { name: 'Delivery' });
    const { id: last } = await engine.call('tags.create', { name: 'Refund' });
    await setRule(engine, { tagIds: [first, last] });
    await engine.call('tags.delete', { id: first });
    expect((await engine.call('surveys.settings', {})).rule).toMatchObject({ on: true, tagIds: [last] });
    await setRule(engine, { delayMinutes: 10 });
    await engine.call('tags.delete', { id: last });
    expect((await engine.call('surveys.settings', {})).rule).toMatchObject({ on: false, tagIds: [] });
    await openResolved(engine);
    await wait(engine, 31 * MINUTE_MS);
    expect(await listed(engine)).toEqual([]);
    await setRule(engine, {});
    await wait(engine, HOUR_MS);
    // What was resolved while it was off is not asked about.
    expect(await listed(engine)).toEqual([]);
    await openResolved(engine, 'bob');
    await wait(engine, 31 * MINUTE_MS);
    await untilSent(engine);
  });

  test('records why it did not ask, once for each resolution', async () => {
    const engine = await withRule();
    const { id } = await openResolved(engine, 'anna', 'This is ridiculous, never again');
    await wait(engine, 31 * MINUTE_MS);
    await wait(engine, HOUR_MS);
    expect(await refusals(engine)).toEqual([['refused', 'angryEnding']]);
    await engine.call('conversations.setStatus', { id, status: 'open' });
    await resolve(engine, id);
    await wait(engine, 31 * MINUTE_MS);
    expect(await refusals(engine)).toHaveLength(2);
  });

  test('records a text that it cannot complete', async () => {
    const engine = await withRule();
    const { texts } = await engine.call('surveys.settings', {});
    const en = { ...texts.en, introduction: 'About {orderNumber}' };
    await engine.call('surveys.updateSettings', { texts: { ...texts, en } });
    await openResolved(engine);
    await wait(engine, 31 * MINUTE_MS);
    expect(await refusals(engine)).toEqual([['refused', 'incompleteText']]);
  });

  test('does not ask days later, and says so', async () => {
    const engine = await withRule();
    await openResolved(engine);
    await wait(engine, 4 * DAY_MS + 2 * HOUR_MS);
    expect(await refusals(engine)).toEqual([['refused', 'tooLate']]);
  });

  test('does not ask after what was resolved before it was switched on', async () => {
    const engine = await withRule({ on: false });
    await openResolved(engine);
    await engine.clock.advance(1_000);
    await setRule(engine, { delayMinutes: 0 });
    await wait(engine, HOUR_MS);
    expect(await listed(engine)).toEqual([]);
  });

  test('does not ask again where an agent has', async () => {
    const engine = await withRule();
    const { id } = await openResolved(engine);
    await engine.call('surveys.send', { conversationId: id, scale: 'nps' });
    await wait(engine, 31 * MINUTE_MS);
    expect((await listed(engine)).map(({ scale }) => scale)).toEqual(['nps']);
  });

  test('is refused with a wording or a tag that does not exist', async () => {
    const engine = await withRule();
    const { rule } = await engine.call('surveys.settings', {});
    const change = (changed: Partial<SurveyRule>) =>
      engine.fail('surveys.updateSettings', { rule: { ...rule, ...changed } });
    expect(await change({ variant: 4 })).toMatchObject({ code: 'invalid', path: 'rule.variant' });
    expect(await change({ tagIds: ['gone'] })).toMatchObject({ code: 'invalid', path: 'rule.tagIds.0' });
    expect(await change({ samplePercent: 0 })).toMatchObject({ code: 'invalid', path: 'rule.samplePercent' });
  });
});

describe('a sample', () => {
  const resolutions = Array.from({ length: 2_000 }, (_, n) => ({
    conversationId: `c${n}`,
    resolvedAt: 1_700_000_000_000 + n * 61_000,
  }));

  test('has the share that was set, and all of a smaller one', () => {
    const tenth = resolutions.filter((one) => isSampled(one, 10));
    expect(tenth.length).toBeGreaterThan(150);
    expect(tenth.length).toBeLessThan(250);
    expect(tenth.every((one) => isSampled(one, 30))).toBe(true);
    expect(resolutions.every((one) => isSampled(one, 100))).toBe(true);
  });

  test('decides anew after another resolution only', () => {
    const [first] = resolutions.filter((one) => !isSampled(one, 50));
    const again = Array.from({ length: 40 }, (_, n) => ({ ...first, resolvedAt: 1_800_000_000_000 + n }));
    expect(isSampled({ conversationId: 'c', resolvedAt: 0, ...first }, 50)).toBe(false);
    expect(again.some((one) => isSampled({ conversationId: 'c', ...one }, 50))).toBe(true);
  });

  test('is the same at every look, after a restart too', async () => {
    const engine = await withRule({ on: false });
    await setRule(engine, { samplePercent: 100 });
    const { id } = await openResolved(engine);
    const resolution = { conversationId: id, resolvedAt: engine.clock.now() };
    const percents = Array.from({ length: 100 }, (_, n) => n + 1);
    const enough = percents.find((percent) => isSampled(resolution, percent)) ?? 0;
    await setRule(engine, { samplePercent: enough - 1 });
    await wait(engine, 31 * MINUTE_MS);
    await engine.restart();
    await wait(engine, HOUR_MS);
    expect(await listed(engine)).toEqual([]);
    await setRule(engine, { samplePercent: enough });
    await wait(engine, HOUR_MS);
    await untilSent(engine);
  });
});
