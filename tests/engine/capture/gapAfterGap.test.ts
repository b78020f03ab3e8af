import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { away, fillable, gapsOf, poll, WINDOW, write } from './awayEngine.ts';

describe('gap after gap', () => {
  test('two absences of which the first was never made good are told apart', async () => {
    const { engine, left } = await away(2 * DAY_MS, (there, from) =>
      write(there, 'dm', 2_000, from, 80 * SECOND_MS),
    );
    await poll(engine);
    const first = fillable(left, left + (2_000 - 1_420 + 1) * 80 * SECOND_MS);
    expect(await gapsOf(engine)).toEqual({ dms: [first] });
    const leftAgain = engine.clock.now();
    await engine.restart({}, () => {
      engine.clock.jump(DAY_MS);
      write(engine, 'dm', 1_700, leftAgain, 50 * SECOND_MS);
    });
    await poll(engine);
    const got = 20 + 14 * 100;
    const second = fillable(leftAgain, leftAgain + (1_700 - got + 1) * 50 * SECOND_MS);
    expect(await gapsOf(engine)).toEqual({ dms: [first, second] });
    engine.clock.jump(WINDOW);
    expect(await engine.call('capture.backfill', {})).toEqual({ newMessages: 580 + 280, closedGaps: 2 });
    expect(await gapsOf(engine)).toEqual({});
  });

  test('what came while X was out of reach after an absence belongs to it', async () => {
    const { engine, left } = await away(DAY_MS, (there, from) => write(there, 'mention', 20, from, HOUR_MS));
    engine.control.addFault({ kind: 'reset', match: { method: 'GET' }, count: 1_000 });
    await poll(engine);
    engine.clock.jump(HOUR_MS);
    await poll(engine);
    const { sources } = await engine.call('capture.status', {});
    expect(sources.map(({ gaps }) => gaps)).toEqual(Array(4).fill([fillable(left, engine.clock.now())]));
    engine.control.clearFaults();
    expect(await engine.call('capture.backfill', {})).toEqual({ newMessages: 20, closedGaps: 4 });
    expect(await gapsOf(engine)).toEqual({});
  });
});

describe('a cap that is spent in the middle of a round', () => {
  test('leaves what it had no money for, and the next money closes it', async () => {
    const { engine, left } = await away(HOUR_MS, (there, from) =>
      write(there, 'mention', 500, from, 6 * SECOND_MS),
    );
    const { month } = await engine.call('reports.costs', { from: 0, to: 1 });
    // Three hundred mentions.
    await engine.call('budget.set', { monthlyCapUsd: month.spentUsd + 0.3 });
    expect((await poll(engine)).newMessages).toBe(300);
    const { sources } = await engine.call('capture.status', {});
    const now = engine.clock.now();
    expect(sources.map(({ gaps }) => gaps)).toEqual([
      [fillable(left, left + 201 * 6 * SECOND_MS)],
      ...Array(3).fill([fillable(left, now)]),
    ]);
    await engine.call('budget.set', { monthlyCapUsd: 10 });
    engine.clock.jump(MINUTE_MS);
    expect(await engine.call('capture.backfill', {})).toEqual({ newMessages: 200, closedGaps: 4 });
    expect(await gapsOf(engine)).toEqual({});
  });

  test('is named as the reason where Perch was not away', async () => {
    const { engine, left } = await away(10 * MINUTE_MS, (there, from) =>
      write(there, 'mention', 500, from, SECOND_MS),
    );
    const { month } = await engine.call('reports.costs', { from: 0, to: 1 });
    await engine.call('budget.set', { monthlyCapUsd: month.spentUsd + 0.3 });
    await poll(engine);
    const { sources } = await engine.call('capture.status', {});
    expect(sources.map(({ gaps }) => gaps)).toEqual([
      [fillable(left, left + 201 * SECOND_MS, 'budget')],
      ...Array(3).fill([fillable(left, engine.clock.now(), 'budget')]),
    ]);
  });
});
