import { describe, expect, test } from 'vitest';
import { createPoller } from '#engine/capture/poller.ts';
import { fixedPolicy } from '#engine/capture/pollingPolicy.ts';
import { readHistory } from '#engine/conversations/readHistory.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { someDm, testAccount } from '../../support/builders.ts';
import { fakeX } from '../../support/fakeX.ts';
import { feeds } from '../../support/feeds.ts';
import { listView } from '../../support/lists.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { until } from '../../support/startTestEngine.ts';
import { testEngine } from '../../support/testEngine.ts';
import { calls, countMessages, FIRST_PAGE, PAGE, read, refused, WINDOW, write } from './dmWindows.ts';
import { startLimited } from './support.ts';

/** An engine that has captured one message and then missed `count` in as many seconds. */
async function behind(count: number) {
  const engine = await startLimited();
  write(engine, 1, engine.clock.now() - MINUTE_MS, 0);
  await read(engine);
  const from = engine.clock.now();
  await engine.restart({}, () => engine.clock.jump(count * 1_000 + WINDOW));
  write(engine, count, from + 1_000, 1_000);
  return { engine, from };
}

describe('a gap of more messages than X shows in one rate limit window', () => {
  test('closes over several poll cycles, each of which resumes where the last one stopped', async () => {
    const { engine, from } = await behind(3_000);
    const cycles = [
      { added: FIRST_PAGE + 14 * PAGE, called: 15 },
      { added: 13 * PAGE, called: 15 },
      { added: 280, called: 1 + 1 + 3 },
    ];
    let missing = 3_000;
    for (const { added, called } of cycles) {
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

  test('does not delay new messages', async () => {
    const { engine } = await behind(3_000);
    let late = 0;
    for (let cycle = 0; cycle < 5; cycle += 1) {
      await read(engine);
      write(engine, 150, engine.clock.now() + 1_000, 1_000);
      late += 150;
      engine.clock.jump(WINDOW);
    }
    const status = await read(engine);
    expect(status).toMatchObject({ capturedThrough: engine.clock.now(), gaps: [] });
    expect(await countMessages(engine)).toBe(1 + 3_000 + late);
    const { sources } = await engine.call('reports.costs', { from: 0, to: engine.clock.now() + DAY_MS });
    // Each message is billed once, however often its page is fetched.
    expect(sources.find(({ source }) => source === 'dms')?.usd).toBeCloseTo((1 + 3_000 + late) * 0.01, 6);
  });

  test('closes even if the engine stops in the middle of each poll cycle', async () => {
    const { engine } = await behind(3_000);
    for (let cycle = 0; cycle < 4; cycle += 1) {
      const before = calls(engine);
      const stopped = engine.engine.handle('capture.pollNow', {});
      await until('some pages are fetched', () => calls(engine) >= before + 6);
      await engine.restart({}, () => engine.clock.jump(WINDOW));
      await stopped;
    }
    let left = await read(engine);
    for (let cycle = 0; cycle < 4 && left.gaps.length > 0; cycle += 1) {
      engine.clock.jump(WINDOW);
      left = await read(engine);
    }
    expect(left.gaps).toEqual([]);
    expect(await countMessages(engine)).toBe(3_001);
    expect(refused(engine)).toEqual([]);
  });
});

describe('the first read of an account with 6,000 messages in a month', () => {
  const everyMs = 6 * MINUTE_MS;

  async function begin() {
    const engine = await startLimited();
    const start = engine.clock.now();
    const oldest = start - 6_000 * everyMs;
    write(engine, 6_000, oldest, everyMs);
    return { engine, start, oldest };
  }

  test('takes five rate limit windows and reports after each what is captured and what is missing', async () => {
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

  test('that is not resumed for a month claims only what was captured', async () => {
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

test('an encrypted private message is shown in the history and waits for a reply', async () => {
  const x = fakeX();
  x.dms.push(someDm({ text: '', unreadable: true }));
  const { ctx } = testEngine(openTestDb(), x.client);
  const account = async () => ({ ok: true, value: testAccount }) as const;
  await createPoller(ctx, { policy: fixedPolicy(0), account, feeds }).pollNow();
  expect(readHistory(ctx, '1', testAccount, { limit: 10 })).toMatchObject({
    value: { messages: [{ kind: 'dm', direction: 'in', text: '', unreadable: true }] },
  });
  expect(listView(ctx.db, 'queue')).toMatchObject([{ person: { id: '1' }, unread: 1 }]);
});
