import { describe, expect, test } from 'vitest';
import { listSourceStatus } from '#engine/capture/sourceStatus.ts';
import { getSource } from '#engine/store/sources.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { MORNING } from '../../support/builders.ts';
import { never, posts, startPoller } from './support.ts';

describe('automatic polling', () => {
  test('runs a cycle one interval after the start and after each cycle', async () => {
    const { poller, clock, count } = startPoller({ intervalMs: MINUTE_MS });
    poller.start();
    await clock.advance(MINUTE_MS - 1);
    expect(count('listMentions')).toBe(0);
    await clock.advance(1);
    expect(count('listMentions')).toBe(1);
    await clock.advance(2 * MINUTE_MS);
    expect([count('listMentions'), count('listDms')]).toEqual([3, 3]);
    await poller.stop();
    expect(clock.waiting()).toBe(0);
  });

  test('is off with an interval of 0', async () => {
    const { poller, clock } = startPoller();
    poller.start();
    expect(clock.waiting()).toBe(0);
  });

  test('reports no next poll with an interval of 0, whatever was planned before', async () => {
    const before = startPoller({ intervalMs: MINUTE_MS });
    await before.poller.pollNow();
    const { poller, clock, db } = startPoller({ db: before.db });
    poller.start();
    const next = listSourceStatus(db, clock.now(), poller.outlook()).map(({ nextPollAt }) => nextPollAt);
    expect(next).toEqual([null, null, null]);
    await before.poller.stop();
  });

  test('backs off after each failure of a source and keeps polling the others', async () => {
    const { poller, clock, count, x, events, db } = startPoller({ intervalMs: MINUTE_MS });
    x.spoil = (name) => (name === 'listMentions' ? { code: 'offline' } : null);
    poller.start();
    await clock.advance(29 * MINUTE_MS);
    expect(count('listDms')).toBe(29);
    expect(count('listMentions')).toBe(4);
    expect(events).toContainEqual({
      name: 'capture.failed',
      params: { source: 'mentions', error: { code: 'offline' } },
    });
    expect(getSource(db, 'mentions')).toMatchObject({ failures: 4, error: { code: 'offline' } });
    x.spoil = () => null;
    await poller.pollNow();
    expect(getSource(db, 'mentions')).toMatchObject({ failures: 0, error: null });
    await poller.stop();
  });
});

describe('a rate limit of X', () => {
  const limited = { code: 'rateLimited', resetAt: MORNING + 10 * MINUTE_MS } as const;

  test('survives a restart and is reported while it lasts', async () => {
    const first = startPoller();
    first.x.spoil = (name) => (name === 'listDms' ? limited : null);
    await first.poller.pollNow();
    const second = startPoller({ db: first.db });
    const failures = [{ source: 'dms', error: limited }];
    expect(await second.poller.pollNow()).toMatchObject({ value: { failures } });
    expect(second.count('listDms')).toBe(0);
    expect(second.count('listMentions')).toBe(1);
    second.clock.jump(10 * MINUTE_MS);
    expect(await second.poller.pollNow()).toMatchObject({ value: { failures: [] } });
    expect(second.count('listDms')).toBe(1);
  });
});

describe('callers during a poll cycle', () => {
  test('share the next one', async () => {
    const { x, poller, count } = startPoller();
    x.spoil = (name, nth) => {
      if (name === 'listDms' && nth === 1) x.posts.push(...posts(3));
      return null;
    };
    const first = poller.pollNow();
    const others = await Promise.all([poller.pollNow(), poller.pollNow(), first]);
    expect(count('listMentions')).toBe(2);
    expect(others.slice(0, 2)).toMatchObject(Array(2).fill({ value: { newMessages: 3, failures: [] } }));
    await poller.pollNow();
    expect(count('listMentions')).toBe(3);
  });
});

describe('stopping', () => {
  test('does not wait for X, and pending calls fail with engineGone', async () => {
    const { x, poller, db } = startPoller();
    x.spoil = () => never();
    const waiting = [poller.pollNow(), poller.pollNow()];
    await poller.stop();
    const gone = { ok: false, error: { code: 'engineGone' } };
    expect(await Promise.all([...waiting, poller.pollNow()])).toEqual([gone, gone, gone]);
    expect(getSource(db, 'mentions').error).toBeNull();
  });
});
