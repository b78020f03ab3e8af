import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AppError } from '#shared/errors.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

// The clock starts on Monday 23 November 2026, 9:00 UTC, an hour after the usual time in London.
const officeHours = { timeZone: 'Europe/London', ranges: [], holidays: [] };
const notSaved: AppError = { code: 'fileNotSaved', file: '/away/a.pdf', detail: 'ENOENT' };

/** An engine that knows its account and writes weekly reports into a folder. */
async function withFolder() {
  const engine = await startTestEngine();
  await openConversation(engine);
  await engine.call('settings.set', { officeHours });
  const folder = testFolder();
  const set = await engine.call('weeklyReport.set', { folder });
  return { engine, folder, set };
}

const dueWeek = async (engine: TestEngine) => (await engine.call('weeklyReport.get', {})).due?.week ?? null;

/** Does what the window does. */
async function write(engine: TestEngine): Promise<void> {
  const { due } = await engine.call('weeklyReport.get', {});
  if (!due) throw new Error('nothing is due');
  await engine.call('weeklyReport.settle', { week: due.week, outcome: { name: due.name } });
}

async function fail(engine: TestEngine): Promise<void> {
  const week = (await dueWeek(engine)) ?? '';
  await engine.call('weeklyReport.settle', { week, outcome: { error: notSaved } });
}

test('is off until a folder is chosen', async () => {
  const engine = await startTestEngine();
  await openConversation(engine);
  engine.clock.jump(8 * DAY_MS);
  await engine.clock.advance(3 * MINUTE_MS);
  expect(await engine.call('weeklyReport.get', {})).toEqual({
    folder: null,
    weekday: 1,
    hour: 8,
    due: null,
    written: null,
    failure: null,
  });
});

test('a folder gets the last week at once, then each one at its time', async () => {
  const { engine, folder, set } = await withFolder();
  expect(set.due).toMatchObject({
    week: '2026-W47',
    name: expect.stringMatching(/^perch-work-\w+-2026-W47$/),
  });
  const at = engine.clock.now();
  await write(engine);
  expect(await engine.call('weeklyReport.get', {})).toMatchObject({
    folder,
    due: null,
    written: { week: '2026-W47', at, name: set.due?.name },
    failure: null,
  });
  engine.clock.jump(7 * DAY_MS - HOUR_MS - 10 * MINUTE_MS);
  await engine.clock.advance(8 * MINUTE_MS);
  expect(await dueWeek(engine)).toBeNull();
  await engine.clock.advance(3 * MINUTE_MS);
  expect(await dueWeek(engine)).toBe('2026-W48');
});

test('it is said every minute while one is due, and once when it is not any more', async () => {
  const { engine } = await withFolder();
  const count = () => engine.events.filter(({ name }) => name === 'weeklyReport.changed').length;
  await engine.clock.advance(3 * MINUTE_MS);
  const before = count();
  await engine.clock.advance(2 * MINUTE_MS);
  expect(count()).toBe(before + 2);
  await write(engine);
  await engine.clock.advance(5 * MINUTE_MS);
  expect(count()).toBe(before + 3);
});

test('of the weeks in which Perch was closed the last one is due, a little after the start', async () => {
  const { engine } = await withFolder();
  await write(engine);
  await engine.restart({}, () => engine.clock.jump(23 * DAY_MS));
  expect(await dueWeek(engine)).toBeNull();
  await engine.clock.advance(2 * MINUTE_MS);
  expect(await dueWeek(engine)).toBe('2026-W50');
  await write(engine);
  await engine.clock.advance(HOUR_MS);
  expect(await dueWeek(engine)).toBeNull();
});

test('what could not be written is tried again after an hour, at the next start, and when somebody asks', async () => {
  const { engine } = await withFolder();
  await fail(engine);
  const { failure } = await engine.call('weeklyReport.get', {});
  expect(failure).toEqual({ week: '2026-W47', at: engine.clock.now(), error: notSaved });
  await engine.clock.advance(58 * MINUTE_MS);
  expect(await dueWeek(engine)).toBeNull();
  await engine.clock.advance(3 * MINUTE_MS);
  expect(await dueWeek(engine)).toBe('2026-W47');

  await fail(engine);
  expect((await engine.call('weeklyReport.retry', {})).due?.week).toBe('2026-W47');

  await fail(engine);
  await engine.restart({}, () => engine.clock.jump(MINUTE_MS));
  await engine.clock.advance(2 * MINUTE_MS);
  expect(await dueWeek(engine)).toBe('2026-W47');
  await write(engine);
  expect((await engine.call('weeklyReport.get', {})).failure).toBeNull();
});

test('a clock that is set back makes no earlier week due, and one that was a year ahead does not end the reports', async () => {
  const { engine } = await withFolder();
  await write(engine);
  engine.clock.jump(-2 * HOUR_MS);
  await engine.clock.advance(5 * MINUTE_MS);
  expect(await dueWeek(engine)).toBeNull();
  engine.clock.jump(365 * DAY_MS);
  await engine.clock.advance(MINUTE_MS);
  await write(engine);
  engine.clock.jump(-358 * DAY_MS);
  await engine.clock.advance(MINUTE_MS);
  expect(await dueWeek(engine)).toBe('2026-W47');
});

// On 28 March 2027 clocks go from 1:00 to 2:00 in London, on 31 October from 2:00 to 1:00.
test.each([
  ['skip', '2027-03-28T01:00Z', '2027-W11'],
  ['repeat', '2027-10-31T00:00Z', '2027-W42'],
])('hours that the clocks %s bring one report', async (_, time, week) => {
  const { engine } = await withFolder();
  await engine.call('weeklyReport.set', { weekday: 7, hour: 1 });
  await write(engine);
  engine.clock.jump(Date.parse(time) - 2 * MINUTE_MS - engine.clock.now());
  await engine.clock.advance(MINUTE_MS);
  if ((await dueWeek(engine)) !== null) await write(engine);
  await engine.clock.advance(2 * MINUTE_MS);
  expect(await dueWeek(engine)).toBe(week);
  await write(engine);
  await engine.clock.advance(3 * HOUR_MS);
  expect(await dueWeek(engine)).toBeNull();
});

test('another folder gets the last week, too; the one of before not again', async () => {
  const { engine, folder } = await withFolder();
  await write(engine);
  expect((await engine.call('weeklyReport.set', { folder: null })).written).toBeNull();
  expect((await engine.call('weeklyReport.set', { folder })).due).toBeNull();
  expect((await engine.call('weeklyReport.set', { folder: testFolder() })).due?.week).toBe('2026-W47');
});

test('a folder that is not there is refused, and the one of before stays', async () => {
  const { engine, folder } = await withFolder();
  expect(await engine.fail('weeklyReport.set', { folder: join(folder, 'gone') })).toMatchObject({
    code: 'fileNotSaved',
    file: join(folder, 'gone'),
  });
  expect(await engine.fail('weeklyReport.set', { folder: 'reports' })).toMatchObject({ code: 'invalid' });
  expect(await engine.call('weeklyReport.get', {})).toMatchObject({ folder });
});

test('what is said of a week that is not due changes nothing', async () => {
  const { engine } = await withFolder();
  await engine.call('weeklyReport.settle', { week: '2026-W40', outcome: { error: notSaved } });
  expect(await engine.call('weeklyReport.get', {})).toMatchObject({
    due: { week: '2026-W47' },
    failure: null,
  });
});
