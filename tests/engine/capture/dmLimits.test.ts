import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { until } from '../../support/startTestEngine.ts';
import { calls, countMessages, GLANCE, PAGE, read, refused, WINDOW, write } from './limitedDms.ts';
import { startLimited } from './support.ts';

/** An engine that has captured one message, and then missed `count` in as many seconds. */
async function behind(count: number) {
  const engine = await startLimited();
  write(engine, 1, engine.clock.now() - MINUTE_MS, 0);
  await read(engine);
  const from = engine.clock.now();
  await engine.restart({}, () => engine.clock.jump(count * 1_000 + WINDOW));
  write(engine, count, from + 1_000, 1_000);
  return { engine, from };
}

describe('a gap that is longer than X tells in one window', () => {
  test('closes over several rounds, each of which goes on where the last one stopped', async () => {
    const { engine, from } = await behind(3_000);
    const rounds = [
      { added: GLANCE + 14 * PAGE, called: 15 },
      { added: 13 * PAGE, called: 15 },
      { added: 280, called: 1 + 1 + 3 },
    ];
    let missing = 3_000;
    for (const { added, called } of rounds) {
      const before = calls(engine);
      const now = engine.clock.now();
      const status = await read(engine);
      missing -= added;
      expect(status).toMatchObject({ newMessages: added, capturedThrough: now });
      const rest = { from, to: from + (missing + 1) * 1_000, reason: 'away', recoverable: true };
      expect(status.gaps).toEqual(missing === 0 ? [] : [rest]);
      expect(calls(engine) - before).toBe(called);
      engine.clock.jump(WINDOW);
    }
    expect(refused(engine)).toEqual([]);
  });

  test('does not hide what comes in meanwhile', async () => {
    const { engine } = await behind(3_000);
    let late = 0;
    for (let round = 0; round < 5; round += 1) {
      await read(engine);
      write(engine, 150, engine.clock.now() + 1_000, 1_000);
      late += 150;
      engine.clock.jump(WINDOW);
    }
    const status = await read(engine);
    expect(status).toMatchObject({ capturedThrough: engine.clock.now(), gaps: [] });
    expect(await countMessages(engine)).toBe(1 + 3_000 + late);
    const { sources } = await engine.call('reports.costs', { from: 0, to: engine.clock.now() + DAY_MS });
    // Each message is charged once, however often its page is told.
    expect(sources.find(({ source }) => source === 'dms')?.usd).toBeCloseTo((1 + 3_000 + late) * 0.01, 6);
  });

  test('closes though the engine is ended in the middle of each round', async () => {
    const { engine } = await behind(3_000);
    for (let round = 0; round < 4; round += 1) {
      const before = calls(engine);
      const broken = engine.engine.handle('capture.pollNow', {});
      await until('some pages are read', () => calls(engine) >= before + 6);
      await engine.restart({}, () => engine.clock.jump(WINDOW));
      await broken;
    }
    let left = await read(engine);
    for (let round = 0; round < 4 && left.gaps.length > 0; round += 1) {
      engine.clock.jump(WINDOW);
      left = await read(engine);
    }
    expect(left.gaps).toEqual([]);
    expect(await countMessages(engine)).toBe(3_001);
    expect(refused(engine)).toEqual([]);
  });
});
