import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { until } from '../../support/startTestEngine.ts';
import { askedSurvey, resolve, sentTexts } from './support.ts';

const reminder = 'A quick reminder: we’d still love to know how we did.';

/** A survey without a response, in a workspace that reminds after seven days. */
async function unanswered() {
  const asked = await askedSurvey();
  const { engine } = asked;
  await engine.call('surveys.updateSettings', { reminds: true });
  await engine.call('settings.set', { officeHours: { timeZone: 'UTC', ranges: [], holidays: [] } });
  const wait = async (ms: number) => {
    engine.clock.jump(ms);
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(MINUTE_MS);
  };
  const untilReminded = () => until('it is reminded of', () => sentTexts(engine).length === 2);
  return { ...asked, wait, untilReminded };
}

describe('a reminder', () => {
  test('asks the same question again after the days of the setting, not before', async () => {
    const { engine, wait, untilReminded, kinds } = await unanswered();
    await wait(7 * DAY_MS - HOUR_MS);
    expect(sentTexts(engine)).toHaveLength(1);
    await wait(HOUR_MS);
    await untilReminded();
    const [question = '', again = ''] = sentTexts(engine);
    const [, asked, small] = question.split('\n\n');
    expect(again).toBe([reminder, asked, small].join('\n\n'));
    expect(await kinds()).toContain('surveyReminded');
  });

  test('comes once for ever, after a restart too', async () => {
    const { engine, wait, untilReminded, get } = await unanswered();
    await wait(7 * DAY_MS);
    await untilReminded();
    await engine.restart();
    for (let week = 0; week < 2; week += 1) await wait(7 * DAY_MS);
    expect(sentTexts(engine)).toHaveLength(2);
    expect(await get()).toMatchObject({ state: 'sent' });
  });

  test('can be responded to as the question can', async () => {
    const { wait, untilReminded, get, write } = await unanswered();
    await wait(7 * DAY_MS);
    await untilReminded();
    await write('4');
    expect(await get()).toMatchObject({ state: 'answered', score: 4 });
  });

  test('that was taken back does not come again', async () => {
    const { engine, wait } = await unanswered();
    engine.control.addFault({ kind: 'rateLimited', match: { method: 'POST' } });
    await wait(7 * DAY_MS);
    const { items } = await engine.call('outbox.list', {});
    await engine.call('outbox.cancel', { id: items[0]?.id ?? '' });
    engine.control.clearFaults();
    await wait(DAY_MS);
    expect(sentTexts(engine)).toHaveLength(1);
  });

  test.each(['dm', 'mention'] as const)('does not come once the person has written a %s', async (kind) => {
    const { engine, id, wait } = await unanswered();
    engine.control[kind]({ from: 'anna', text: 'Another question: are you open on Sunday?' });
    await engine.call('capture.pollNow', {});
    const { items } = await engine.call('conversations.list', { view: 'all' });
    for (const item of items) await resolve(engine, item.id);
    expect(items.map((item) => item.id)).toContain(id);
    await wait(8 * DAY_MS);
    await wait(DAY_MS);
    expect(sentTexts(engine)).toHaveLength(1);
  });

  test('does not come where it is not wanted, nor after a score, a "stop" or the expiry', async () => {
    const off = await unanswered();
    await off.engine.call('surveys.updateSettings', { reminds: false });
    await off.wait(8 * DAY_MS);
    expect(sentTexts(off.engine)).toHaveLength(1);
    const out = await unanswered();
    await out.engine.call('surveys.optOut', { personId: out.personId });
    await out.wait(8 * DAY_MS);
    expect(sentTexts(out.engine)).toHaveLength(1);
    const late = await unanswered();
    await late.wait(28 * DAY_MS);
    expect(sentTexts(late.engine)).toHaveLength(1);
    const scored = await unanswered();
    await scored.engine.call('surveys.correct', { id: scored.surveyId, score: 4 });
    await scored.wait(8 * DAY_MS);
    expect(sentTexts(scored.engine)).toHaveLength(1);
  });

  test('waits for the morning', async () => {
    const { engine, wait, untilReminded } = await unanswered();
    await wait(7 * DAY_MS + 12 * HOUR_MS);
    expect(sentTexts(engine)).toHaveLength(1);
    await wait(12 * HOUR_MS);
    await untilReminded();
  });

  test('waits while a matter is open', async () => {
    const { engine, id, wait, untilReminded } = await unanswered();
    await engine.call('conversations.setStatus', { id, status: 'open' });
    await wait(7 * DAY_MS);
    expect(sentTexts(engine)).toHaveLength(1);
    await resolve(engine, id);
    await wait(HOUR_MS);
    await untilReminded();
  });

  test('is refused after the expiry', async () => {
    const { engine } = await unanswered();
    const failed = await engine.fail('surveys.updateSettings', { expiryDays: 7 });
    expect(failed).toMatchObject({ code: 'invalid', path: 'remindAfterDays' });
    expect(await engine.call('surveys.settings', {})).toMatchObject({ expiryDays: 28 });
    await engine.call('surveys.updateSettings', { expiryDays: 7, reminds: false });
  });
});
