import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

/** Forty conversations of one morning, checked daily; all but the first five are resolved. */
async function begin(capUsd: number | null): Promise<{ engine: TestEngine; open: string[] }> {
  const engine = await startTestEngine();
  await engine.call('settings.set', { deletionChecks: 'daily' });
  const made = Array.from({ length: 40 }, (_, n) => {
    engine.clock.jump(5 * MINUTE_MS);
    return engine.control.mention({ from: `person${n}`, text: 'help' }).id;
  });
  await engine.call('capture.pollNow', {});
  for (const id of made.slice(5)) {
    await engine.call('conversations.setStatus', { id: `c${id}`, status: 'resolved' });
  }
  await engine.call('budget.set', { monthlyCapUsd: capUsd });
  return { engine, open: made.slice(0, 5) };
}

/** The posts that the poll cycles of the next day looked up, in order. */
async function checksOfNextDay({ clock, call, control }: TestEngine): Promise<string[]> {
  const before = control.state().requestLog.length;
  clock.jump(DAY_MS);
  for (let round = 0; round < 8; round += 1) {
    expect(await call('capture.pollNow', {})).toMatchObject({ failures: [] });
    clock.jump(20 * MINUTE_MS);
  }
  return control
    .state()
    .requestLog.slice(before)
    .filter(({ path }) => path === '/2/tweets')
    .flatMap(({ query }) => new URLSearchParams(query).get('ids')?.split(',') ?? []);
}

const costOfChecks = async ({ call, clock }: TestEngine) => {
  const { sources } = await call('reports.costs', { from: 0, to: clock.now() });
  return sources.find(({ source }) => source === 'deletions')?.usd ?? 0;
};

describe('the daily deletion check', () => {
  test('covers every post of the last month without a cap', async () => {
    const { engine, open } = await begin(null);
    const checked = await checksOfNextDay(engine);
    expect(checked).toHaveLength(40);
    expect(new Set(checked).size).toBe(40);
    expect(checked.slice(0, 5)).toEqual(open);
    // The newest mention was read again on that day, so its check is free.
    expect(await costOfChecks(engine)).toBeCloseTo(39 * 0.005, 9);
  });

  test('takes a quarter of the day’s money under a cap, and continues with the unchecked posts', async () => {
    const { engine, open } = await begin(2);
    // 0.05 $ are spent; seven days are left.
    const affordable = Math.floor((2 - 0.05) / 7 / 4 / 0.005);
    expect(affordable).toBe(13);
    const checked = await checksOfNextDay(engine);
    expect(checked).toHaveLength(affordable);
    expect(checked.slice(0, 5)).toEqual(open);
    const others = await checksOfNextDay(engine);
    expect(others.slice(0, 5)).toEqual(open);
    expect(others.slice(5).filter((id) => checked.includes(id))).toEqual([]);
  });

  test('covers unresolved conversations every day, and leaves the rest of little money to new messages', async () => {
    const { engine, open } = await begin(0.2);
    expect(await checksOfNextDay(engine)).toEqual(open);
    engine.control.mention({ from: 'anna', text: 'Hello?' });
    expect(await engine.call('capture.pollNow', {})).toEqual({ newMessages: 1, failures: [] });
  });
});

describe('the thrifty deletion check', () => {
  const thrifty = async (capUsd: number | null) => {
    const begun = await begin(capUsd);
    await begun.engine.call('settings.set', { deletionChecks: 'thrifty' });
    return begun;
  };

  test('takes a tenth of the cap at most, unresolved conversations first, and continues with the others', async () => {
    const { engine, open } = await thrifty(15);
    // November has 30 days.
    const affordable = Math.floor((15 * 0.1) / 30 / 0.005);
    expect(affordable).toBe(10);
    const checked = await checksOfNextDay(engine);
    expect(checked).toHaveLength(affordable);
    expect(checked.slice(0, 5)).toEqual(open);
    const others = await checksOfNextDay(engine);
    expect(others.slice(0, 5)).toEqual(open);
    expect(others.slice(5).filter((id) => checked.includes(id))).toEqual([]);
    expect(await costOfChecks(engine)).toBeLessThanOrEqual((2 * 15 * 0.1) / 30);
  });

  test('limits unresolved conversations too', async () => {
    const { engine, open } = await thrifty(4.5);
    expect(await checksOfNextDay(engine)).toEqual(open.slice(0, 3));
  });

  test('takes 2.50 $ a month without a cap', async () => {
    const { engine } = await thrifty(null);
    expect(await checksOfNextDay(engine)).toHaveLength(16);
    expect(await engine.call('budget.checks', {})).toMatchObject({ thriftyUsd: 2.5 });
  });

  test('is what a new workspace begins with', async () => {
    const engine = await startTestEngine();
    expect(await engine.call('settings.get', {})).toMatchObject({ deletionChecks: 'thrifty' });
  });
});

test('no deletion check is made while they are off', async () => {
  const { engine } = await begin(null);
  await engine.call('settings.set', { deletionChecks: 'off' });
  expect(await checksOfNextDay(engine)).toEqual([]);
});

test('daily checks are priced with the posts that are stored, and within their share of the cap', async () => {
  const { engine } = await begin(null);
  // Forty posts a day, for thirty days.
  expect((await engine.call('budget.checks', {})).dailyUsd).toBeCloseTo(40 * 30 * 0.005, 9);
  await engine.call('budget.set', { monthlyCapUsd: 4 });
  // Five of them belong to unresolved conversations; the others share a quarter of the cap.
  expect(await engine.call('budget.checks', {})).toEqual({ thriftyUsd: 0.4, dailyUsd: 5 * 30 * 0.005 + 1 });
});
