import { describe, expect, test } from 'vitest';
import { startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** X lets a user read private messages 15 times in so long. */
const WINDOW = 15 * MINUTE;
const PAGE = 100;
/** A round that finds something known again reads so few. */
const GLANCE = 20;

const startLimited = () => startTestEngine({}, { limits: true });

/** Private messages of twenty people, one every `everyMs` from `from` on. */
function write(engine: TestEngine, count: number, from: number, everyMs: number): void {
  for (let n = 0; n < count; n += 1) {
    engine.control.dm({ from: `person${n % 20}`, text: `message ${n}`, at: from + n * everyMs });
  }
}

async function read(engine: TestEngine) {
  const round = await engine.call('capture.pollNow', {});
  const { sources } = await engine.call('capture.status', {});
  const status = sources.find(({ id }) => id === 'dms');
  if (!status) throw new Error('There are no private messages');
  return { ...status, newMessages: round.newMessages };
}

async function countMessages(engine: TestEngine): Promise<number> {
  const { items } = await engine.call('conversations.list', { view: 'all', limit: 1_000 });
  const pages = await Promise.all(
    items.map(({ id }) => engine.call('conversations.get', { id, limit: 1_000 })),
  );
  return pages.reduce((sum, { messages }) => sum + messages.length, 0);
}

const calls = (engine: TestEngine) => engine.control.state().requests['GET /2/dm_events'] ?? 0;
const refused = (engine: TestEngine) =>
  engine.control.state().requestLog.filter(({ status }) => status === 429);

/** An engine that has captured one message, and then missed `count` in as many seconds. */
async function behind(count: number) {
  const engine = await startLimited();
  write(engine, 1, engine.clock.now() - MINUTE, 0);
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
    const { sources } = await engine.call('reports.costs', { from: 0, to: engine.clock.now() + DAY });
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

describe('the first reading of an account with 6,000 messages in a month', () => {
  const everyMs = 6 * MINUTE;

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
    for (const added of [15 * PAGE, 13 * PAGE, 13 * PAGE, 13 * PAGE, 600]) {
      const now = engine.clock.now();
      const status = await read(engine);
      left -= added;
      const to = oldest + left * everyMs;
      const from = Math.max(start, now) - 30 * DAY;
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
    await engine.restart({}, () => engine.clock.jump(31 * DAY));
    const now = engine.clock.now();
    const status = await read(engine);
    expect(status).toMatchObject({ capturedFrom: oldest + 3_200 * everyMs, capturedThrough: now });
    expect(status.gaps).toEqual([
      { from: now - 31 * DAY, to: now - 30 * DAY, reason: 'horizon', recoverable: false },
    ]);
  });
});
