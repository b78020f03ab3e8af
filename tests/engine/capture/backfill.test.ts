import { describe, expect, test } from 'vitest';
import { MORNING, somePost } from '../../support/builders.ts';
import { settle } from '../../support/fakeClock.ts';
import { behind, countStored, DAY, gapsOf, MINUTE, never, posts, SECOND, startPoller } from './support.ts';

describe.each([
  ['mentions', 'listMentions'],
  ['dms', 'listDms'],
] as const)('a round of %s that breaks between two pages', (id, call) => {
  test('keeps what it got, names the rest, and moves on', async () => {
    const { x, poller, db, clock } = await behind(250);
    x.spoil = (name, nth) => (name === call && nth >= 2 ? { code: 'timedOut' } : null);
    await poller.pollNow();
    const [gap, ...others] = gapsOf(db, id, clock);
    expect(others).toEqual([]);
    expect(gap).toMatchObject({ from: MORNING, reason: 'interrupted', recoverable: true });
    const got = id === 'mentions' ? 100 : 20;
    expect(gap?.to).toBe(MORNING + (250 - got + 1) * SECOND);
    expect(countStored(db)).toBe(2 + 250 + got);
  });

  test('is made good by the next one, and the ledger is empty again', async () => {
    const { x, poller, db, clock } = await behind(250);
    x.spoil = (name, nth) => (name === call && nth >= 2 ? { code: 'timedOut' } : null);
    await poller.pollNow();
    x.spoil = () => null;
    expect(await poller.pollNow()).toMatchObject({ value: { closedGaps: 1 } });
    expect(countStored(db)).toBe(502);
    expect(gapsOf(db, id, clock)).toEqual([]);
  });

  test('may be a process that dies: what it had read is not asked for again as missing', async () => {
    const { x, poller, db, clock } = await behind(250);
    x.spoil = (name, nth) => (name === call && nth === 2 ? never() : null);
    void poller.pollNow();
    await settle();
    expect(gapsOf(db, id, clock)).toMatchObject([{ from: MORNING, recoverable: true }]);
    x.spoil = () => null;
    const next = startPoller({ x, db, at: clock.now() });
    next.poller.start();
    expect(await next.poller.pollNow()).toMatchObject({ value: { closedGaps: 1 } });
    expect(countStored(db)).toBe(502);
    expect(gapsOf(db, id, clock)).toEqual([]);
  });

  test('may break again and again: each time less is missing', async () => {
    const { x, poller, db, clock } = await behind(450);
    const missing: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      let asked = 0;
      x.spoil = (name) => {
        if (name === call) asked += 1;
        return name === call && asked > 3 ? { code: 'offline' } : null;
      };
      await poller.pollNow();
      missing.push(gapsOf(db, id, clock).reduce((sum, gap) => sum + gap.to - gap.from, 0));
      clock.jump(MINUTE);
    }
    expect(missing).toEqual(missing.toSorted((a, b) => b - a));
    expect([missing.at(-1), countStored(db)]).toEqual([0, 902]);
  });
});

describe('a limit of X', () => {
  test('leaves a gap that ends with the limit, and no call is made before', async () => {
    const { x, poller, db, clock } = await behind(250);
    const resetAt = clock.now() + 15 * MINUTE;
    x.spoil = (name, nth) => (name === 'listMentions' && nth >= 2 ? { code: 'rateLimited', resetAt } : null);
    await poller.pollNow();
    expect(gapsOf(db, 'mentions', clock)).toMatchObject([{ reason: 'rateLimited', recoverable: true }]);
    const count = () => x.calls.filter((call) => call.name === 'listMentions').length;
    const before = count();
    clock.jump(5 * MINUTE);
    await poller.pollNow();
    expect(count()).toBe(before);
    expect(gapsOf(db, 'mentions', clock)).toMatchObject([
      { reason: 'rateLimited' },
      { from: MORNING + 10 * MINUTE, to: clock.now(), reason: 'rateLimited', recoverable: true },
    ]);
    x.spoil = () => null;
    clock.jump(10 * MINUTE);
    await poller.pollNow();
    expect(gapsOf(db, 'mentions', clock)).toEqual([]);
    expect(countStored(db)).toBe(502);
  });

  test('of money names itself as the reason', async () => {
    const { x, poller, db, clock } = await behind(1);
    x.spoil = (name) => (name === 'listMentions' ? { code: 'budgetSpent', monthlyCapUsd: 5 } : null);
    await poller.pollNow();
    expect(gapsOf(db, 'mentions', clock)).toEqual([
      { from: MORNING, to: clock.now(), reason: 'budget', recoverable: true },
    ]);
  });
});

describe('a back-fill', () => {
  test('that comes too late says what X no longer shows', async () => {
    const { x, poller, db, clock } = await behind(250);
    x.spoil = (name, nth) => (name === 'listMentions' && nth >= 2 ? { code: 'offline' } : null);
    await poller.pollNow();
    x.spoil = () => null;
    x.reach = 150;
    await poller.pollNow();
    expect(gapsOf(db, 'mentions', clock)).toEqual([
      { from: MORNING, to: MORNING + 101 * SECOND, reason: 'tooMany', recoverable: false },
    ]);
    expect(countStored(db)).toBe(2 + 250 + 150);
  });

  test('of private messages is possible for thirty days', async () => {
    const { x, poller, db, clock } = await behind(250);
    x.spoil = (name, nth) => (name === 'listDms' && nth >= 2 ? { code: 'offline' } : null);
    await poller.pollNow();
    const to = gapsOf(db, 'dms', clock)[0]?.to ?? 0;
    clock.jump(30 * DAY - 9 * MINUTE);
    expect(gapsOf(db, 'dms', clock)).toEqual([
      { from: MORNING, to: MORNING + MINUTE, reason: 'horizon', recoverable: false },
      { from: MORNING + MINUTE, to, reason: 'interrupted', recoverable: true },
    ]);
    clock.jump(DAY);
    expect(gapsOf(db, 'dms', clock)).toEqual([{ from: MORNING, to, reason: 'horizon', recoverable: false }]);
  });
});

test('an id from the far future does not silence a source', async () => {
  const { x, poller, db } = await behind(1);
  x.posts.push(somePost({ id: '9'.repeat(24), at: MORNING + 2 * MINUTE }));
  await poller.pollNow();
  x.posts.push(...posts(1, MORNING + 5 * MINUTE));
  await poller.pollNow();
  expect(countStored(db)).toBe(6);
});

test('a mention that X shows only after a newer one is not missed', async () => {
  const { x, poller, db } = await behind(2);
  const late = x.posts.pop();
  const newer = posts(1, MORNING + 40 * SECOND);
  x.posts.push(...newer);
  await poller.pollNow();
  expect(countStored(db)).toBe(6);
  if (late) x.posts.push(late);
  await poller.pollNow();
  expect(countStored(db)).toBe(7);
});
