import { describe, expect, test } from 'vitest';
import { updateDueTimes } from '#engine/conversations/dueTime.ts';
import { handlers } from '#engine/handlers/index.ts';
import { createServe } from '#engine/handlers/serve.ts';
import { run } from '#engine/store/sql.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { listView } from '../../support/lists.ts';
import { testEngine } from '../../support/testEngine.ts';
import { opened, withPeople } from './support.ts';

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

test('changing the hours of 50,000 open conversations takes well below a second of work', async () => {
  const { ctx } = await withPeople(1);
  run(
    ctx.db,
    `INSERT INTO conversations (id, person_id, reason, opened_at, status, view, in_queue, waiting_since, due_at, unread,
       last_kind, last_direction, last_text, last_at, last_message_id)
     SELECT 'x' || n.value, person_id, reason, opened_at, status, view, 1, :since - n.value * :step, 1, unread, last_kind,
       last_direction, last_text, last_at, last_message_id
     FROM conversations, (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 50000)
       SELECT value FROM n) n`,
    { since: MORNING, step: MINUTE_MS },
  );
  const began = performance.now();
  await createServe(ctx, handlers)('settings.set', { officeHours });
  // Far above what it takes, so that only a statement or a calendar for each conversation fails.
  expect(performance.now() - began).toBeLessThan(5_000);
  const engine = testEngine(ctx.db);
  expect(listView(engine.ctx.db, 'queue')[0]?.lateAt).toBeGreaterThan(0);
});
