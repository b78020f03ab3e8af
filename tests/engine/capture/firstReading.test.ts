import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { countMessages, PAGE, read, refused, WINDOW, write } from './limitedDms.ts';
import { startLimited } from './support.ts';

describe('the first reading of an account with 6,000 messages in a month', () => {
  const everyMs = 6 * MINUTE_MS;

  async function begin() {
    const engine = await startLimited();
    const start = engine.clock.now();
    const oldest = start - 6_000 * everyMs;
    write(engine, 6_000, oldest, everyMs);
    return { engine, start, oldest };
  }

  test('takes five windows, and says after each what it has and what it has not', async () => {
    const { engine, start, oldest } = await begin();
    let left = 6_000;
    for (const added of [14 * PAGE, 13 * PAGE, 13 * PAGE, 13 * PAGE, 700]) {
      const now = engine.clock.now();
      const status = await read(engine);
      left -= added;
      const to = oldest + left * everyMs;
      const from = Math.max(start, now) - 30 * DAY_MS;
      expect(status).toMatchObject({ newMessages: added, capturedThrough: now, capturedFrom: to });
      expect(status.gaps).toEqual(left === 0 ? [] : [{ from, to, reason: 'rateLimited', recoverable: true }]);
      engine.clock.jump(WINDOW);
    }
    expect(refused(engine)).toEqual([]);
    expect(await countMessages(engine)).toBe(6_000);
  });

  test('that is not gone on with for a month claims nothing but what it has', async () => {
    const { engine, oldest } = await begin();
    await read(engine);
    engine.clock.jump(WINDOW);
    await read(engine);
    await engine.restart({}, () => engine.clock.jump(31 * DAY_MS));
    const now = engine.clock.now();
    const status = await read(engine);
    expect(status).toMatchObject({ capturedFrom: oldest + 3_300 * everyMs, capturedThrough: now });
    expect(status.gaps).toEqual([
      { from: now - 31 * DAY_MS, to: now - 30 * DAY_MS, reason: 'horizon', recoverable: false },
    ]);
  });
});
