import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { openConversation, startTestEngine, until } from '../support/startTestEngine.ts';

const SECOND = 1_000;
const jumps = [
  ['two hours back', -2 * HOUR_MS],
  ['a year back', -365 * DAY_MS],
  ['two hours on', 2 * HOUR_MS],
  ['a year on', 365 * DAY_MS],
  ['eight hours of sleep', 8 * HOUR_MS],
  ['an hour on, as with daylight saving by hand', HOUR_MS],
  ['an hour back, as with daylight saving by hand', -HOUR_MS],
] as const;

describe.each(jumps)('after %s', (_, by) => {
  test('a held reply is sent once, and not before its undo time if the clock was set back', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const outboxId = await engine.send(id, 'On it', 'public', 10 * SECOND);
    engine.clock.jump(by);
    // Timers that run by elapsed time check the outbox again.
    await engine.send(id, 'And this', 'public', 10 * SECOND);
    if (by < 0) {
      await engine.clock.advance(9 * SECOND);
      expect((await engine.entry(outboxId))?.state).toBe('held');
    }
    await until('all is out or waits for a word', async () => {
      await engine.clock.advance(10 * SECOND);
      const { items } = await engine.call('outbox.list', {});
      return items.every(({ state, error }) => state === 'sent' || error?.code === 'lookAgain');
    });
    const texts = engine.control.state().sentPosts.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('a snooze ends once, at its time by the wall clock', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const wakeAt = engine.clock.now() + 4 * HOUR_MS;
    await engine.call('conversations.snooze', { id, until: wakeAt });
    engine.clock.jump(by);
    // The elapsed time goes on.
    await engine.restart();
    await engine.clock.advance(16 * SECOND);
    const isAwake = async () =>
      (await engine.call('conversations.get', { id })).conversation.snoozedUntil === null;
    expect(await isAwake()).toBe(engine.clock.now() >= wakeAt);
    if (!(await isAwake()) && by > -DAY_MS) {
      await engine.clock.advance(wakeAt - engine.clock.now() + 16 * SECOND);
      expect(await isAwake()).toBe(true);
    }
    const { activities } = await engine.call('conversations.get', { id });
    const ended = activities.filter((one) => one.kind === 'snoozed' && one.facts.until === null);
    expect(ended.length).toBeLessThanOrEqual(1);
  });

  test('capture continues, polls no faster than before, and stores nothing twice', async () => {
    const clock = fakeClock();
    const engine = await startTestEngine({ clock, pollSeconds: null });
    await openConversation(engine);
    const before = engine.control.state().requestLog.length;
    clock.jump(by);
    engine.control.mention({ from: 'bea', text: 'Hello?' });
    const queued = async () => (await engine.call('conversations.counts', {})).counts.queue;
    let steps = 0;
    // X's clock does not jump.
    for (; steps < 60 && (await queued()) < 2; steps += 1) {
      await engine.clock.advance(10 * SECOND);
      await clock.advance(10 * SECOND);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(await queued()).toBe(2);
    expect(engine.control.state().requestLog.length - before).toBeLessThan(12 + 2 * steps);
    expect((await engine.call('capture.status', {})).sources.filter((source) => source.error)).toEqual([]);
  });
});

test('a clock that is set forward does not end the undo time', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  const outboxId = await engine.send(id, 'On it', 'public', 10 * SECOND);
  await engine.clock.advance(4 * SECOND);
  engine.clock.jump(2 * HOUR_MS);
  // Checks the outbox at once.
  const other = await engine.send(id, 'And this', 'public', 60 * SECOND);
  await engine.clock.advance(6 * SECOND - 1);
  expect((await engine.entry(outboxId))?.state).toBe('held');
  expect(await engine.call('outbox.cancel', { id: other })).toMatchObject({ text: 'And this' });
  await engine.clock.advance(1);
  await until('it is sent', async () => (await engine.entry(outboxId))?.state === 'sent');
});
