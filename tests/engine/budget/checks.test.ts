import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

/** Forty conversations of one morning, of which only the first five are not resolved. */
async function begin(capUsd: number | null): Promise<{ engine: TestEngine; open: string[] }> {
  const engine = await startTestEngine();
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

/** The posts that X was asked for in the rounds of the next day, in their order. */
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

describe('asking whether posts are still there', () => {
  test('concerns every post of the last month where there is no cap', async () => {
    const { engine, open } = await begin(null);
    const checked = await checksOfNextDay(engine);
    expect(checked).toHaveLength(40);
    expect(new Set(checked).size).toBe(40);
    expect(checked.slice(0, 5)).toEqual(open);
    // The newest mention was told again on that day, so that the check of it is free.
    expect(await costOfChecks(engine)).toBeCloseTo(39 * 0.005, 9);
  });

  test('takes a quarter of the day’s money under a cap, and goes on with what was not checked', async () => {
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

  test('concerns what is not resolved each day, however little money there is, and leaves the rest for what people write', async () => {
    const { engine, open } = await begin(0.2);
    expect(await checksOfNextDay(engine)).toEqual(open);
    engine.control.mention({ from: 'anna', text: 'Hello?' });
    expect(await engine.call('capture.pollNow', {})).toEqual({ newMessages: 1, failures: [] });
  });
});
