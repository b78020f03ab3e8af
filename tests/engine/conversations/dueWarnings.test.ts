import { describe, expect, test } from 'vitest';
import { createDueWarnings } from '#engine/conversations/dueWarnings.ts';
import { summarise } from '#engine/conversations/summarise.ts';
import { wakeSnoozed } from '#engine/conversations/wakeSnoozed.ts';
import { handlers } from '#engine/handlers/index.ts';
import { createServe } from '#engine/handlers/serve.ts';
import { getCurrentAgent } from '#engine/store/agents.ts';
import { getRunningIncident } from '#engine/store/incidents.ts';
import { run } from '#engine/store/sql.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { testEngine } from '../../support/testEngine.ts';

/** People who wrote at these times, with a target of an hour, and the events of the checks. */
async function withWaiting(...times: readonly number[]) {
  const engine = testEngine();
  const { ctx, clock, events } = engine;
  const serve = createServe(ctx, handlers);
  const goTo = (at: number) => clock.jump(at - clock.now());
  goTo(Math.min(...times));
  const ids: string[] = [];
  const messages = times.map((at, n) => someMessage({ personId: String(n + 1), at }));
  for (const message of messages) ids.push(`c${message.xId}`);
  await engine.capture(messages);
  const check = createDueWarnings(ctx);
  const seen = () =>
    events.splice(0).flatMap((event): (readonly string[] | number)[] => {
      if (event.name === 'conversations.dueSoon') return [event.params.ids];
      return event.name === 'conversations.overdue' ? [event.params.count] : [];
    });
  /** What is emitted where checks run every 15 seconds until then. */
  const passTo = (at: number) => {
    while (clock.now() < at) {
      goTo(Math.min(clock.now() + 15 * SECOND_MS, at));
      check();
    }
    return seen();
  };
  /** What one check emits after a sleep until then. */
  const sleepTo = (at: number) => {
    goTo(at);
    check();
    return seen();
  };
  return { ...engine, serve, ids, passTo, sleepTo };
}

const minute = (n: number) => MORNING + n * MINUTE_MS;

describe('a warning before a breach', () => {
  test('comes once for each target, together for several', async () => {
    const { ids, passTo } = await withWaiting(MORNING, MORNING);
    expect(passTo(minute(44.5))).toEqual([]);
    expect(passTo(minute(45))).toEqual([ids]);
    expect(passTo(minute(90))).toEqual([]);
  });

  test('comes again for the next target', async () => {
    const { capture, ids, passTo } = await withWaiting(MORNING);
    expect(passTo(minute(50))).toEqual([ids]);
    await capture([someMessage({ role: 'own', reason: null, at: minute(51) })]);
    await capture([someMessage({ at: minute(52) })]);
    // An hour after 9:52.
    expect(passTo(minute(96))).toEqual([]);
    expect(passTo(minute(98))).toEqual([ids]);
  });

  test('is not repeated after a restart', async () => {
    const { ctx, events, ids, passTo } = await withWaiting(MORNING);
    expect(passTo(minute(50))).toEqual([ids]);
    createDueWarnings(ctx)();
    expect(events).toEqual([]);
  });

  test('comes by half of a short target', async () => {
    const { ids, passTo, serve } = await withWaiting(MORNING);
    await serve('settings.set', { responseTargetMinutes: 10 });
    expect(passTo(minute(4.5))).toEqual([]);
    expect(passTo(minute(5))).toEqual([ids]);
  });

  test('is about conversations of the current agent and of nobody', async () => {
    const { ctx, ids, passTo } = await withWaiting(MORNING, MORNING, MORNING);
    const set = 'UPDATE conversations SET agent = ? WHERE id = ?';
    run(ctx.db, set, getCurrentAgent(ctx.db).id, ids[0] ?? '');
    run(ctx.db, set, 'somebody-else', ids[1] ?? '');
    expect(passTo(minute(46))).toEqual([[ids[0], ids[2]]]);
  });

  test('is not about what is snoozed, until it wakes', async () => {
    const { ctx, ids, passTo, sleepTo, serve } = await withWaiting(MORNING);
    await serve('conversations.snooze', { id: ids[0] ?? '', until: minute(120) });
    expect(passTo(minute(119))).toEqual([]);
    sleepTo(minute(120));
    wakeSnoozed(ctx);
    expect(passTo(minute(170)).flat()).toEqual(ids);
  });

  test('is never given where it is off, or in crisis mode', async () => {
    const { ctx, ids, passTo, serve } = await withWaiting(MORNING);
    await serve('settings.set', { dueWarningMinutes: 0 });
    expect(passTo(minute(46))).toEqual([]);
    await serve('settings.set', { dueWarningMinutes: 30 });
    await serve('crisis.start', { title: 'Outage' });
    expect(passTo(minute(50))).toEqual([]);
    await serve('crisis.end', { id: getRunningIncident(ctx.db)?.id ?? '' });
    expect(passTo(minute(51))).toEqual([ids]);
  });
});

describe('what became overdue while nobody watched', () => {
  test('is counted once after the start, and not warned about', async () => {
    const { ids, passTo, sleepTo } = await withWaiting(MORNING, MORNING, minute(40));
    expect(sleepTo(minute(70))).toEqual([2]);
    expect(passTo(minute(84))).toEqual([]);
    expect(passTo(minute(86))).toEqual([[ids[2]]]);
  });

  test('is counted once after a sleep, without what was overdue before', async () => {
    const { ids, passTo, sleepTo } = await withWaiting(MORNING, minute(20), minute(70));
    expect(passTo(minute(61))).toEqual([[ids[0]]]);
    expect(sleepTo(minute(118))).toEqual([1, [ids[2]]]);
    expect(passTo(minute(140))).toEqual([]);
  });

  test('is nothing where the clock is set back', async () => {
    const { ids, passTo, sleepTo } = await withWaiting(MORNING);
    expect(passTo(minute(46))).toEqual([ids]);
    expect(sleepTo(minute(-120))).toEqual([]);
    expect(passTo(minute(59))).toEqual([]);
  });
});

describe('in office hours', () => {
  const officeHours = {
    ranges: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '17:00' }],
    holidays: [],
    timeZone: 'Europe/Brussels',
  };

  test.each([
    ['on an ordinary night', Date.UTC(2026, 10, 24, 15, 15), 16],
    ['when the clock goes forward in the night', Date.UTC(2026, 2, 28, 15, 15), 15],
    ['when the clock goes back in the night', Date.UTC(2026, 9, 24, 14, 15), 17],
  ])('it comes as long before in office time: %s', async (_, wroteAt, hours) => {
    // Wrote at 16:15, due at 9:15 on the next day.
    const { ctx, ids, passTo, serve } = await withWaiting(wroteAt);
    await serve('settings.set', { officeHours, dueWarningMinutes: 5 });
    summarise(ctx, ids);
    const opening = wroteAt + 45 * MINUTE_MS + hours * HOUR_MS;
    expect(passTo(wroteAt + 40 * MINUTE_MS)).toEqual([]);
    expect(passTo(opening + 9 * MINUTE_MS)).toEqual([]);
    expect(passTo(opening + 10 * MINUTE_MS)).toEqual([ids]);
    expect(passTo(opening + HOUR_MS)).toEqual([]);
  });

  test('it waits for the office to open', async () => {
    const wroteAt = Date.UTC(2026, 10, 24, 15, 15);
    const { ctx, ids, passTo, sleepTo, serve } = await withWaiting(wroteAt);
    await serve('settings.set', { officeHours, dueWarningMinutes: 30 });
    summarise(ctx, ids);
    expect(sleepTo(wroteAt + 4 * HOUR_MS)).toEqual([]);
    const opening = Date.UTC(2026, 10, 25, 8);
    expect(passTo(opening - 2 * MINUTE_MS)).toEqual([]);
    expect(passTo(opening + 15 * SECOND_MS)).toEqual([ids]);
  });
});
