import { describe, expect, test } from 'vitest';
import { startDueTimesCount } from '#engine/conversations/countDueTimes.ts';
import { updateDueTimes } from '#engine/conversations/dueTime.ts';
import { handlers } from '#engine/handlers/index.ts';
import { createServe } from '#engine/handlers/serve.ts';
import type { Db } from '#engine/store/open.ts';
import { get, run } from '#engine/store/sql.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import { DAY_MS, HOUR_MS, SECOND_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { listView } from '../../support/lists.ts';
import { opened } from './support.ts';

const officeHours = {
  ranges: [{ days: [1, 2, 3, 4, 5], from: '10:00', to: '17:00' }],
  holidays: [],
  timeZone: 'UTC',
};

/** The conversation of somebody who wrote on Monday at 9, and a function that changes the settings. */
async function withSettings() {
  const conversation = await opened(MORNING);
  const serve = createServe(conversation.ctx, handlers);
  return { ...conversation, set: (settings: object) => serve('settings.set', settings) };
}

describe('due times', () => {
  test('without office hours count all time', async () => {
    const { read } = await withSettings();
    expect(read()).toMatchObject({ dueAt: MORNING + HOUR_MS, lateAt: MORNING + 2 * HOUR_MS });
  });

  test('move with the office hours, and back', async () => {
    const { ctx, set } = await withSettings();
    await set({ officeHours });
    expect(listView(ctx.db, 'queue')).toMatchObject([
      { dueAt: MORNING + 2 * HOUR_MS, lateAt: MORNING + 3 * HOUR_MS },
    ]);
    await set({ officeHours: null });
    expect(listView(ctx.db, 'queue')).toMatchObject([{ dueAt: MORNING + HOUR_MS }]);
  });

  test('of new conversations count office hours', async () => {
    const { ctx, set, capture } = await withSettings();
    await set({ officeHours });
    const late = MORNING + 7.5 * HOUR_MS;
    await capture([someMessage({ personId: '2', at: late })]);
    expect(listView(ctx.db, 'queue')[1]).toMatchObject({
      dueAt: late + 18 * HOUR_MS,
      lateAt: late + 19 * HOUR_MS,
    });
  });

  test('follow a response target in office hours', async () => {
    const { read, set } = await withSettings();
    await set({ officeHours, responseTargetMinutes: 8 * 60 });
    expect(read()).toMatchObject({ dueAt: MORNING + DAY_MS + 2 * HOUR_MS });
  });

  test('are counted anew at the start where the basis has changed, and only then', async () => {
    const { ctx, read, set } = await withSettings();
    await set({ officeHours });
    run(ctx.db, 'UPDATE conversations SET due_at = 1, late_at = NULL');
    updateDueTimes(ctx.db);
    expect(listView(ctx.db, 'queue')).toMatchObject([{ dueAt: 1, lateAt: null }]);
    run(ctx.db, `UPDATE settings SET value = '"elsewhere"' WHERE name = 'dueTimesBasis'`);
    updateDueTimes(ctx.db);
    expect(read()).toMatchObject({ dueAt: MORNING + 2 * HOUR_MS, lateAt: MORNING + 3 * HOUR_MS });
  });
});

describe('office hours', () => {
  test.each([
    [{ ...officeHours, timeZone: 'Mars/Phobos' }, 'officeHours.timeZone'],
    [{ ...officeHours, ranges: [{ days: [1], from: '17:00', to: '09:00' }] }, 'officeHours.ranges.0.to'],
  ])('that are wrong change nothing: %j', async (wrong, path) => {
    const { read, set } = await withSettings();
    expect(await set({ officeHours: wrong, responseTargetMinutes: 5 })).toMatchObject({
      ok: false,
      error: { code: 'invalid', path, reason: expect.stringMatching(/; found "(Mars\/Phobos|09:00)"$/) },
    });
    expect(read().dueAt).toBe(MORNING + HOUR_MS);
  });

  test('of another computer, in a time zone that is not known here, count in that of this one', async () => {
    const { ctx, set } = await withSettings();
    await set({ officeHours });
    run(
      ctx.db,
      `UPDATE settings SET value = json_set(value, '$.timeZone', 'Mars/Phobos') WHERE name = 'officeHours'`,
    );
    updateDueTimes(ctx.db);
    const [row] = listView(ctx.db, 'queue');
    expect(row?.dueAt).toBeGreaterThan(MORNING);
    expect(await createServe(ctx, handlers)('settings.get', {})).toMatchObject({
      value: { officeHours: { timeZone: 'Mars/Phobos' } },
    });
  });
});

/** As many conversations beside those there are, the first of which waits longest; their due times are wrong. */
function insertWaiting(db: Db, count: number): void {
  run(
    db,
    `INSERT INTO conversations (id, person_id, reason, opened_at, status, view, in_queue, waiting_since, due_at, unread,
       last_kind, last_direction, last_text, last_at, last_message_id)
     SELECT 'x' || n.value, person_id, reason, opened_at, status, view, 1, :since + n.value, 1, unread, last_kind,
       last_direction, last_text, last_at, last_message_id
     FROM conversations, (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < :count)
       SELECT value FROM n) n`,
    { since: MORNING - DAY_MS, count },
  );
}

const countWrong = (db: Db) =>
  get<{ n: number }>(db, 'SELECT count(*) AS n FROM conversations WHERE due_at = 1')?.n;

describe('due times of many conversations', () => {
  test('are counted in slices, those who wait longest first', async () => {
    const { ctx, set } = await withSettings();
    insertWaiting(ctx.db, 500);
    await set({ officeHours });
    expect(countWrong(ctx.db)).toBe(300);
    expect(get(ctx.db, `SELECT due_at > 1 AS counted FROM conversations WHERE id = 'x1'`)).toEqual({
      counted: 1,
    });
    expect([updateDueTimes(ctx.db), countWrong(ctx.db)]).toEqual([{ isLast: false, changed: 200 }, 100]);
    expect(updateDueTimes(ctx.db)).toMatchObject({ isLast: true });
    expect(countWrong(ctx.db)).toBe(0);
    expect(updateDueTimes(ctx.db)).toEqual({ isLast: true, changed: 0 });
  });

  test('are left alone by settings that they do not follow from', async () => {
    const { ctx, set } = await withSettings();
    updateDueTimes(ctx.db);
    insertWaiting(ctx.db, 500);
    await set({ undoSeconds: 20 });
    expect(countWrong(ctx.db)).toBe(500);
  });

  test('are counted from the beginning when the settings change meanwhile', async () => {
    const { ctx, set } = await withSettings();
    insertWaiting(ctx.db, 500);
    await set({ officeHours });
    await set({ officeHours: null, responseTargetMinutes: 5 });
    while (!updateDueTimes(ctx.db).isLast);
    const wrong = 'SELECT count(*) AS n FROM conversations WHERE due_at <> waiting_since + 300000';
    expect(get(ctx.db, wrong)).toEqual({ n: 0 });
  });

  test('are counted to the end by a service, which then notifies once', async () => {
    const { ctx, set } = await withSettings();
    insertWaiting(ctx.db, 500);
    const clock = fakeClock(MORNING);
    const events: EngineEvent[] = [];
    const service = startDueTimesCount({ ...ctx, clock, emit: (event) => events.push(event) });
    // The start of the engine does not wait for it.
    expect(countWrong(ctx.db)).toBe(500);
    await clock.advance(2 * SECOND_MS);
    expect(countWrong(ctx.db)).toBe(0);
    expect(events).toEqual([{ name: 'settings.changed', params: {} }]);
    await set({ officeHours });
    service.start();
    await clock.advance(SECOND_MS);
    expect(updateDueTimes(ctx.db)).toEqual({ isLast: true, changed: 0 });
    expect(events).toHaveLength(2);
    await clock.advance(2 * HOUR_MS);
    expect(events).toHaveLength(2);
    service.stop();
  });
});
