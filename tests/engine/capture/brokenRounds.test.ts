import { describe, expect, test } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { MORNING } from '../../support/builders.ts';
import { settle } from '../../support/fakeClock.ts';
import { behind, countStored, gapsOf, never, startPoller } from './support.ts';

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
    expect(gap?.to).toBe(MORNING + (250 - got + 1) * SECOND_MS);
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
      clock.jump(MINUTE_MS);
    }
    expect(missing).toEqual(missing.toSorted((a, b) => b - a));
    expect([missing.at(-1), countStored(db)]).toEqual([0, 902]);
  });
});
