import { describe, expect, test } from 'vitest';
import { createPoller } from '#engine/capture/poller.ts';
import { adaptivePolicy } from '#engine/capture/pollingPolicy.ts';
import { countViews } from '#engine/store/conversations.ts';
import { getSource, type SourceId } from '#engine/store/sources.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { MORNING, testAccount } from '../../support/builders.ts';
import { fakeX } from '../../support/fakeX.ts';
import { feeds } from '../../support/feeds.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';
import { halfRead, tokens } from './brokenDms.ts';
import { dms, gapsOf, startPoller } from './support.ts';

test('the first round ever sets the pace by those who wait, each source by all that it brought', async () => {
  const x = fakeX();
  x.dms.push(...dms(6));
  const engine = testEngine(openTestDb(), x.client);
  engine.clock.jump(MORNING + 15 * HOUR_MS - engine.clock.now());
  const policy = adaptivePolicy(engine.ctx, () => null);
  const account = async () => ({ ok: true, value: testAccount }) as const;
  await createPoller(engine.ctx, { policy, account, feeds }).pollNow();
  const next = (id: SourceId) => (getSource(engine.ctx.db, id).nextPollAt ?? 0) - engine.clock.now();
  expect(countViews(engine.ctx.db, '').queue).toBeGreaterThan(0);
  expect([next('mentions'), next('dms'), next('ownPosts')]).toEqual(
    (['mentions', 'dms', 'ownPosts'] as const).map(policy.intervalMs),
  );
});

describe('calls for what was missed', () => {
  test.each([
    [null, true],
    [15, true],
    [6, true],
    [5, false],
    [0, false],
  ])('with %j calls of the window left: %j', (remaining, spares) => {
    const { ctx, clock } = testEngine();
    const allowance = () => (remaining === null ? null : { remaining, resetAt: clock.now() + MINUTE_MS });
    expect(adaptivePolicy(ctx, allowance).hasSpareCall('dms')).toBe(spares);
  });

  test('end where what comes in needs the rest, and are made in a later round', async () => {
    const { x, db, clock } = await halfRead();
    let left = 2;
    const hasSpareCall = () => {
      left -= 1;
      return left >= 0;
    };
    const { poller } = startPoller({ x, db, at: clock.now(), hasSpareCall });
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 100, failures: [] } });
    expect(tokens(x)).toEqual([null, '120', '220']);
    expect(gapsOf(db, 'dms', clock)).toEqual([
      { from: MORNING, to: MORNING + 131 * SECOND_MS, reason: 'rateLimited', recoverable: true },
    ]);
    // What is new is still asked for.
    expect(getSource(db, 'dms')).toMatchObject({ blockedUntil: null, error: null });
    await poller.pollNow();
    expect(tokens(x)).toEqual([null, '120', '220', null]);
    left = 9;
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 130, closedGaps: 1 } });
  });
});
