import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { away, fillable, gapsOf, lost, poll, refused, WINDOW, write } from './absences.ts';

describe('away for 3 days', () => {
  async function missMentions(count: number) {
    const everyMs = Math.floor((3 * DAY_MS) / count);
    const { engine, left } = await away(3 * DAY_MS, (there, from) =>
      write(there, 'mention', count, from, everyMs),
    );
    const { newMessages } = await poll(engine);
    return { newMessages, gaps: await gapsOf(engine), left, everyMs };
  }

  test('of 1,200 mentions the oldest 400 are lost', async () => {
    const { newMessages, gaps, left, everyMs } = await missMentions(1_200);
    expect(newMessages).toBe(800);
    expect(gaps).toEqual({ mentions: [lost(left, left + 401 * everyMs, 'tooMany')] });
  });

  test('of 700 mentions none is lost', async () => {
    const { newMessages, gaps } = await missMentions(700);
    expect([newMessages, gaps]).toEqual([700, {}]);
  });
});

describe('away for 8 days', () => {
  test('only the search has lost its first day', async () => {
    const { engine, left, now } = await away(8 * DAY_MS, (there, from) => {
      write(there, 'mention', 190, from, HOUR_MS);
      write(there, 'dm', 95, from, 2 * HOUR_MS);
      write(there, 'own', 190, from, HOUR_MS);
      write(there, 'hit', 190, from, HOUR_MS);
    });
    expect((await poll(engine)).newMessages).toBe(190 + 95);
    expect(await gapsOf(engine)).toEqual({ search: [lost(left, now - 7 * DAY_MS)] });
    const { items } = await engine.call('listening.list', { limit: 1_000 });
    expect(items).toHaveLength(1 + 190 - 24 + 1);
  });

  test('more messages than X shows in one rate limit window leave a gap until the next one', async () => {
    const everyMs = 4 * MINUTE_MS;
    const { engine, left, now } = await away(8 * DAY_MS, (there, from) => {
      write(there, 'dm', 2_000, from, everyMs);
      write(there, 'hit', 190, from, HOUR_MS);
    });
    const got = 20 + 14 * 100;
    expect((await poll(engine)).newMessages).toBe(got);
    const search = [lost(left, now - 7 * DAY_MS)];
    const dms = [fillable(left, left + (2_000 - got + 1) * everyMs)];
    expect(await gapsOf(engine)).toEqual({ dms, search });
    engine.clock.jump(WINDOW);
    expect((await poll(engine)).newMessages).toBe(2_000 - got);
    expect(await gapsOf(engine)).toEqual({ search });
    expect(refused(engine)).toEqual([]);
  });

  test('with X unreachable on return, all of it is a gap; a day later what X still shows is backfilled', async () => {
    const { engine, left } = await away(8 * DAY_MS, (there, from) => {
      for (const kind of ['mention', 'dm', 'own', 'hit'] as const) write(there, kind, 95, from, 2 * HOUR_MS);
    });
    engine.control.addFault({ kind: 'reset', match: { method: 'GET' }, count: 1_000 });
    await poll(engine);
    const back = engine.clock.now();
    const { sources } = await engine.call('capture.status', {});
    for (const { kind, capturedThrough, gaps } of sources) {
      expect(capturedThrough).toBe(left);
      const horizon = back - 7 * DAY_MS;
      expect(gaps).toEqual(
        kind === 'search' ? [lost(left, horizon), fillable(horizon, back)] : [fillable(left, back)],
      );
    }
    engine.control.clearFaults();
    engine.clock.jump(DAY_MS);
    const now = engine.clock.now();
    expect(await engine.call('capture.backfill', {})).toEqual({ newMessages: 190, closedGaps: 3 });
    expect(await gapsOf(engine)).toEqual({ search: [lost(left, now - 7 * DAY_MS)] });
  });
});

describe('away for 31 days', () => {
  test('each source reports exactly what X does not show any more', async () => {
    const { engine, left, now } = await away(31 * DAY_MS, (there, from) => {
      write(there, 'mention', 1_000, from, 40 * MINUTE_MS);
      write(there, 'dm', 62, from, 12 * HOUR_MS);
      write(there, 'own', 3_300, from, 13 * MINUTE_MS);
      write(there, 'hit', 62, from, 12 * HOUR_MS);
    });
    expect((await poll(engine)).newMessages).toBe(800 + 62 - 1);
    expect(await gapsOf(engine)).toEqual({
      mentions: [lost(left, left + 201 * 40 * MINUTE_MS, 'tooMany')],
      dms: [lost(left, now - 30 * DAY_MS)],
      ownPosts: [lost(left, left + 101 * 13 * MINUTE_MS, 'tooMany')],
      search: [lost(left, now - 7 * DAY_MS)],
    });
    expect(await engine.call('capture.backfill', {})).toEqual({ newMessages: 0, closedGaps: 0 });
    expect(refused(engine)).toEqual([]);
  });
});

describe('back within 15 minutes', () => {
  test('nothing is missing after the poll cycle', async () => {
    const { engine } = await away(10 * MINUTE_MS, (there, from) =>
      write(there, 'mention', 5, from, MINUTE_MS),
    );
    expect((await poll(engine)).newMessages).toBe(5);
    expect(await gapsOf(engine)).toEqual({});
  });

  test('what cannot be fetched is a gap from the time of leaving, with the failure as its reason', async () => {
    const { engine, left } = await away(10 * MINUTE_MS, (there, from) =>
      write(there, 'mention', 5, from, MINUTE_MS),
    );
    engine.control.addFault({ kind: 'reset', match: { method: 'GET' }, count: 1_000 });
    await poll(engine);
    const { sources } = await engine.call('capture.status', {});
    const gap = fillable(left, engine.clock.now(), 'interrupted');
    expect(sources.map(({ gaps }) => gaps)).toEqual(Array(4).fill([gap]));
  });
});

describe('one gap after another', () => {
  test('two absences are separate gaps while the first one is still open', async () => {
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

  test('what arrives while X is unreachable after an absence belongs to the same gap', async () => {
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

describe('a monthly cap that is used up in the middle of a poll cycle', () => {
  test('leaves a gap, which closes once the cap is raised', async () => {
    const { engine, left } = await away(HOUR_MS, (there, from) =>
      write(there, 'mention', 500, from, 6 * SECOND_MS),
    );
    const { month } = await engine.call('reports.costs', { from: 0, to: 1 });
    // Enough for 300 mentions.
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

  test('is the reason of the gap unless Perch was away', async () => {
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
