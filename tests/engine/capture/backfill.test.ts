import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { MORNING, somePost } from '../../support/builders.ts';
import { behind, countStored, dms, gapsOf, posts, startPoller } from './support.ts';

describe('a rate limit of X', () => {
  test('leaves a gap that is backfilled when the limit ends, without a call before', async () => {
    const { x, poller, db, clock } = await behind(250);
    const resetAt = clock.now() + 15 * MINUTE_MS;
    x.spoil = (name, nth) => (name === 'listMentions' && nth >= 2 ? { code: 'rateLimited', resetAt } : null);
    await poller.pollNow();
    expect(gapsOf(db, 'mentions', clock)).toMatchObject([{ reason: 'rateLimited', recoverable: true }]);
    const count = () => x.calls.filter((call) => call.name === 'listMentions').length;
    const before = count();
    clock.jump(5 * MINUTE_MS);
    await poller.pollNow();
    expect(count()).toBe(before);
    expect(gapsOf(db, 'mentions', clock)).toMatchObject([
      { reason: 'rateLimited' },
      { from: MORNING + 10 * MINUTE_MS, to: clock.now(), reason: 'rateLimited', recoverable: true },
    ]);
    x.spoil = () => null;
    clock.jump(10 * MINUTE_MS);
    await poller.pollNow();
    expect(gapsOf(db, 'mentions', clock)).toEqual([]);
    expect(countStored(db)).toBe(502);
  });

  test('is not the reason of a gap that the monthly cap leaves', async () => {
    const { x, poller, db, clock } = await behind(1);
    x.spoil = (name) => (name === 'listMentions' ? { code: 'budgetSpent', monthlyCapUsd: 5 } : null);
    await poller.pollNow();
    expect(gapsOf(db, 'mentions', clock)).toEqual([
      { from: MORNING, to: clock.now(), reason: 'budget', recoverable: true },
    ]);
  });
});

describe('a backfill', () => {
  test('that comes too late marks what X does not show any more as lost', async () => {
    const { x, poller, db, clock } = await behind(250);
    x.spoil = (name, nth) => (name === 'listMentions' && nth >= 2 ? { code: 'offline' } : null);
    await poller.pollNow();
    x.spoil = () => null;
    x.lookback = 150;
    await poller.pollNow();
    expect(gapsOf(db, 'mentions', clock)).toEqual([
      { from: MORNING, to: MORNING + 101 * SECOND_MS, reason: 'tooMany', recoverable: false },
    ]);
    expect(countStored(db)).toBe(2 + 250 + 150);
  });

  test('that reaches the end of the list has lost nothing, even if the newest known post was deleted', async () => {
    const { x, poller, db, clock } = await behind(250);
    x.spoil = (name, nth) => (name === 'listMentions' && nth >= 2 ? { code: 'offline' } : null);
    await poller.pollNow();
    x.spoil = () => null;
    x.posts.shift();
    expect(await poller.pollNow()).toMatchObject({ value: { closedGaps: 1 } });
    expect(gapsOf(db, 'mentions', clock)).toEqual([]);
    expect(countStored(db)).toBe(502);
  });

  test('of private messages is possible for 30 days', async () => {
    const { x, poller, db, clock } = await behind(250);
    x.spoil = (name, nth) => (name === 'listDms' && nth >= 2 ? { code: 'offline' } : null);
    await poller.pollNow();
    const to = gapsOf(db, 'dms', clock)[0]?.to ?? 0;
    clock.jump(30 * DAY_MS - 9 * MINUTE_MS);
    expect(gapsOf(db, 'dms', clock)).toEqual([
      { from: MORNING, to: MORNING + MINUTE_MS, reason: 'horizon', recoverable: false },
      { from: MORNING + MINUTE_MS, to, reason: 'interrupted', recoverable: true },
    ]);
    clock.jump(DAY_MS);
    expect(gapsOf(db, 'dms', clock)).toEqual([{ from: MORNING, to, reason: 'horizon', recoverable: false }]);
  });
});

describe('a clock that was ahead and is corrected', () => {
  test.each([
    ['mentions', 'listMentions', 100],
    ['dms', 'listDms', 20],
  ] as const)('leaves a gap of %s in the time of X, which is backfilled', async (id, call, got) => {
    const { x, poller, db, clock } = startPoller({ at: MORNING + 2 * HOUR_MS });
    x.posts.push(...posts(1, MORNING - MINUTE_MS));
    x.dms.push(...dms(1, MORNING - MINUTE_MS));
    await poller.pollNow();
    x.posts.push(...posts(250, MORNING + SECOND_MS));
    x.dms.push(...dms(250, MORNING + SECOND_MS));
    clock.jump(-2 * HOUR_MS + 10 * MINUTE_MS);
    x.calls.length = 0;
    x.spoil = (name, nth) => (name === call && nth >= 2 ? { code: 'timedOut' } : null);
    await poller.pollNow();
    const to = MORNING + (250 - got + 1) * SECOND_MS;
    expect(gapsOf(db, id, clock)).toEqual([
      { from: MORNING - MINUTE_MS, to, reason: 'interrupted', recoverable: true },
    ]);
    x.spoil = () => null;
    expect(await poller.pollNow()).toMatchObject({ value: { closedGaps: 1 } });
    expect(gapsOf(db, id, clock)).toEqual([]);
    expect(countStored(db)).toBe(502);
  });
});

test('an id from the far future does not silence a source', async () => {
  const { x, poller, db } = await behind(1);
  x.posts.push(somePost({ id: '9'.repeat(24), at: MORNING + 2 * MINUTE_MS }));
  await poller.pollNow();
  x.posts.push(...posts(1, MORNING + 5 * MINUTE_MS));
  await poller.pollNow();
  expect(countStored(db)).toBe(6);
});

test('a mention that X lists only after a newer one is not missed', async () => {
  const { x, poller, db } = await behind(2);
  const late = x.posts.pop();
  const newer = posts(1, MORNING + 40 * SECOND_MS);
  x.posts.push(...newer);
  await poller.pollNow();
  expect(countStored(db)).toBe(6);
  if (late) x.posts.push(late);
  await poller.pollNow();
  expect(countStored(db)).toBe(7);
});
