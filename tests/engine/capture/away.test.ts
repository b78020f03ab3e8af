import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { away, fillable, gapsOf, lost, poll, refused, WINDOW, write } from './awayEngine.ts';

describe('away for 8 days', () => {
  test('the search alone has lost its first day', async () => {
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

  test('with more messages than X tells in a window, a part is missing for another window', async () => {
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

  test('and X out of reach on coming back: all of it is missing, and what X still shows a day later is not', async () => {
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
  test('each source names exactly what X no longer shows of it', async () => {
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

describe('back within a quarter of an hour', () => {
  test('nothing is missing once the round is over', async () => {
    const { engine } = await away(10 * MINUTE_MS, (there, from) =>
      write(there, 'mention', 5, from, MINUTE_MS),
    );
    expect((await poll(engine)).newMessages).toBe(5);
    expect(await gapsOf(engine)).toEqual({});
  });

  test('what cannot be read is missing from the time of leaving on, for the reason that keeps Perch from it', async () => {
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
