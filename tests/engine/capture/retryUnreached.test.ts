import { describe, expect, test } from 'vitest';
import { getSource, putSource } from '#engine/store/sources.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { startPoller } from './support.ts';

const offline = new Set(['offline'] as const);

/** A poller whose last cycles could not reach X, and so plan the next one far ahead. */
async function unreached() {
  const world = startPoller({ intervalMs: 5 * MINUTE_MS });
  const { x, poller, clock } = world;
  poller.start();
  x.spoil = () => ({ code: 'offline' });
  await clock.advance(5 * MINUTE_MS);
  await clock.advance(10 * MINUTE_MS);
  x.spoil = () => null;
  x.calls.length = 0;
  return world;
}

describe('what could not reach X', () => {
  test('is polled within a second once X may be reached again, without backoff', async () => {
    const { poller, clock, count, db } = await unreached();
    expect(getSource(db, 'mentions').failures).toBeGreaterThan(1);
    poller.retry(offline);
    await clock.advance(SECOND_MS);
    expect(count('listMentions')).toBe(1);
    expect(count('listDms')).toBe(1);
    expect(getSource(db, 'mentions')).toMatchObject({ error: null, failures: 0 });
  });

  test('costs one poll cycle a minute while the network comes and goes', async () => {
    const { x, poller, clock, count } = await unreached();
    x.spoil = () => ({ code: 'offline' });
    for (let flap = 0; flap < 120; flap += 1) {
      poller.retry(offline);
      await clock.advance(SECOND_MS);
    }
    expect(count('listMentions')).toBeLessThanOrEqual(3);
    expect(count('listMentions')).toBeGreaterThanOrEqual(2);
  });

  test('keeps the pause on a clock that was set back or forward', async () => {
    const { x, poller, clock, count } = await unreached();
    x.spoil = () => ({ code: 'offline' });
    poller.retry(offline);
    await clock.advance(SECOND_MS);
    clock.jump(-HOUR_MS);
    poller.retry(offline);
    await clock.advance(SECOND_MS);
    expect(count('listMentions')).toBe(1);
  });

  test('is not what X has rate limited', async () => {
    const { poller, clock, count, db } = await unreached();
    const blockedUntil = clock.now() + HOUR_MS;
    putSource(db, {
      ...getSource(db, 'dms'),
      blockedUntil,
      nextPollAt: blockedUntil,
      error: { code: 'rateLimited', resetAt: blockedUntil },
    });
    poller.retry(offline);
    await clock.advance(SECOND_MS);
    expect([count('listMentions'), count('listDms')]).toEqual([1, 0]);
  });

  test('waits for a command where Perch polls on demand only', async () => {
    const { x, poller, clock, count } = startPoller();
    x.spoil = () => ({ code: 'offline' });
    await poller.pollNow();
    x.calls.length = 0;
    poller.retry(offline);
    await clock.advance(MINUTE_MS);
    expect(count('listMentions')).toBe(0);
  });
});
