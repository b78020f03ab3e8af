import { describe, expect, test } from 'vitest';
import type { SourceStatus } from '#shared/domain/capture.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { startLimited } from './support.ts';

async function status(engine: TestEngine, id: string): Promise<SourceStatus> {
  const found = (await engine.call('capture.status', {})).sources.find((source) => source.id === id);
  if (!found) throw new Error(`There is no source ${id}`);
  return found;
}

const countMessages = async (engine: TestEngine) =>
  (await engine.call('conversations.counts', {})).counts.all;

/** Writes a mention or private message of a new person every `everyMs` between two times. Returns how many. */
function write(
  engine: TestEngine,
  kind: 'mention' | 'dm',
  { from, to, everyMs }: { from: number; to: number; everyMs: number },
): number {
  let n = 0;
  for (let at = from; at < to; at += everyMs) {
    engine.control[kind]({ from: `${kind}${n}`, text: `message ${n}`, at });
    n += 1;
  }
  return n;
}

/** An engine that has polled for a while and was then closed for `ms`. */
async function away(ms: number, during: (engine: TestEngine, left: number) => void): Promise<TestEngine> {
  const engine = await startLimited();
  await openConversation(engine);
  engine.control.dm({ from: 'anna', text: 'Hello?' });
  await engine.call('capture.pollNow', {});
  const left = engine.clock.now();
  await engine.restart({}, () => {
    engine.clock.jump(ms);
    during(engine, left);
  });
  return engine;
}

describe('the first poll', () => {
  test('has not happened yet: nothing is captured and nothing is missing', async () => {
    const engine = await startLimited();
    const { sources } = await engine.call('capture.status', {});
    expect(
      sources.map(({ id, kind, capturedThrough, gaps }) => ({ id, kind, capturedThrough, gaps })),
    ).toEqual(
      ['mentions', 'dms', 'ownPosts'].map((id) => ({ id, kind: id, capturedThrough: null, gaps: [] })),
    );
  });

  test('leaves no gap for what X does not show any more', async () => {
    const engine = await startLimited();
    write(engine, 'mention', {
      from: engine.clock.now() - 2 * HOUR_MS,
      to: engine.clock.now(),
      everyMs: 5_000,
    });
    await engine.call('capture.pollNow', {});
    const now = engine.clock.now();
    const mentions = await status(engine, 'mentions');
    expect(mentions).toMatchObject({ capturedThrough: now, gaps: [] });
    expect(mentions?.capturedFrom).toBeGreaterThan(now - 2 * HOUR_MS + 30 * MINUTE_MS);
    expect(mentions?.capturedFrom).toBeLessThan(now - HOUR_MS);
    expect(await countMessages(engine)).toBe(800);
  });
});

describe('away for 8 days', () => {
  test('everything is fetched and no gap remains', async () => {
    let written = 0;
    const engine = await away(8 * DAY_MS, (engine, left) => {
      const to = engine.clock.now();
      written += write(engine, 'mention', { from: left + HOUR_MS, to, everyMs: HOUR_MS });
      written += write(engine, 'dm', { from: left + HOUR_MS, to, everyMs: 2 * HOUR_MS });
    });
    expect((await engine.call('capture.pollNow', {})).newMessages).toBe(written);
    for (const id of ['mentions', 'dms', 'ownPosts']) {
      expect(await status(engine, id)).toMatchObject({ capturedThrough: engine.clock.now(), gaps: [] });
    }
  });

  test('the gap is recorded before anything is fetched', async () => {
    const engine = await away(8 * DAY_MS, () => {});
    const to = engine.clock.now();
    engine.control.addFault({ kind: 'timeout', count: 100 });
    await engine.call('capture.pollNow', {});
    expect((await status(engine, 'mentions')).gaps).toEqual([
      { from: to - 8 * DAY_MS, to, reason: 'away', recoverable: true },
    ]);
  });
});

describe('away for 31 days', () => {
  test('the private messages of the first day are lost for good, the rest is fetched', async () => {
    const engine = await away(31 * DAY_MS, (engine, left) => {
      write(engine, 'dm', { from: left + HOUR_MS, to: engine.clock.now(), everyMs: 12 * HOUR_MS });
      write(engine, 'mention', { from: left + HOUR_MS, to: engine.clock.now(), everyMs: 12 * HOUR_MS });
    });
    const now = engine.clock.now();
    const { newMessages } = await engine.call('capture.pollNow', {});
    expect(newMessages).toBe(62 + 60);
    expect((await status(engine, 'mentions')).gaps).toEqual([]);
    const lost = { from: now - 31 * DAY_MS, to: now - 30 * DAY_MS, reason: 'horizon', recoverable: false };
    expect(await status(engine, 'dms')).toMatchObject({ capturedThrough: now, gaps: [lost] });
    engine.clock.jump(HOUR_MS);
    await engine.call('capture.backfill', {});
    expect((await status(engine, 'dms')).gaps).toEqual([lost]);
  });

  test('the loss is shown in the conversations that it may concern', async () => {
    const engine = await away(31 * DAY_MS, () => {});
    await engine.call('capture.pollNow', {});
    const { id } = (await engine.call('conversations.list', { view: 'all' })).items[0] ?? { id: '' };
    const { gaps } = await engine.call('conversations.get', { id });
    expect(gaps).toMatchObject([{ kind: 'dms', reason: 'horizon', recoverable: false }]);
  });
});

describe('1,500 mentions in an hour', () => {
  test('leave a lost gap for what X does not show any more, up to the oldest fetched one', async () => {
    const engine = await startLimited();
    await openConversation(engine);
    const from = engine.clock.now();
    engine.clock.jump(HOUR_MS);
    write(engine, 'mention', { from: from + 1_000, to: from + 1_000 + 1_500 * 2_400, everyMs: 2_400 });
    await engine.call('capture.pollNow', {});
    expect(await countMessages(engine)).toBe(801);
    const { gaps } = await status(engine, 'mentions');
    expect(gaps).toEqual([{ from, to: from + 1_000 + 700 * 2_400, reason: 'tooMany', recoverable: false }]);
    expect(await engine.call('capture.backfill', {})).toEqual({ newMessages: 0, closedGaps: 0 });
    expect((await status(engine, 'mentions')).gaps).toEqual(gaps);
  });

  test('are all captured if they are polled in time', async () => {
    const engine = await startLimited();
    await openConversation(engine);
    for (let part = 0; part < 3; part += 1) {
      const from = engine.clock.now();
      engine.clock.jump(20 * MINUTE_MS);
      for (let n = 0; n < 500; n += 1) {
        engine.control.mention({ from: `p${part}_${n}`, text: 'help', at: from + 1_000 + n * 2_000 });
      }
      await engine.call('capture.pollNow', {});
    }
    expect(await countMessages(engine)).toBe(1_501);
    expect((await status(engine, 'mentions')).gaps).toEqual([]);
  });
});

test('a clock that is a year ahead for one poll cycle marks nothing as lost that X still shows', async () => {
  const engine = await startTestEngine();
  await engine.call('capture.pollNow', {});
  const { clock } = engine;
  await engine.restart({ clock: { ...clock, now: () => clock.now() + 365 * DAY_MS } });
  await engine.call('capture.pollNow', {});
  await engine.restart();
  engine.control.dm({ from: 'anna', text: 'Hello?' });
  await engine.call('capture.pollNow', {});
  const { sources } = await engine.call('capture.status', {});
  expect(sources.map(({ id, gaps }) => [id, gaps])).toEqual([
    ['mentions', []],
    ['dms', []],
    ['ownPosts', []],
  ]);
  expect((await engine.call('conversations.counts', {})).counts.queue).toBe(1);
});
