import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { poll, post, save } from '../listening/support.ts';

async function textsOf(engine: TestEngine): Promise<string[]> {
  const { items } = await engine.call('conversations.list', { view: 'all', limit: 100 });
  const pages = await Promise.all(items.map(({ id }) => engine.call('conversations.get', { id })));
  return pages.flatMap(({ messages }) => messages.map(({ text }) => text.replace('@harbourhelp ', '')));
}

/** Polls every `everyMs` until `forMs` have passed. */
async function pollWhile(
  engine: TestEngine,
  { everyMs, forMs = 6 * MINUTE_MS }: { everyMs: number; forMs?: number },
): Promise<void> {
  for (let passed = 0; passed < forMs; passed += everyMs) {
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(everyMs);
  }
  await engine.call('capture.pollNow', {});
}

describe.each([0, 75, 110])('what X shows %i seconds late, behind newer ones', (seconds) => {
  const late = { hiddenMs: seconds * SECOND_MS };

  test.each([20, 60, 180, 600])('is captured by polls every %i seconds', async (everySeconds) => {
    const engine = await startTestEngine();
    engine.control.mention({ from: 'first', text: 'First' });
    engine.control.dm({ from: 'first', text: 'First message' });
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(10 * SECOND_MS);
    engine.control.mention({ from: 'anna', text: 'Late', ...late });
    engine.control.dm({ from: 'anna', text: 'Late message', ...late });
    await engine.clock.advance(5 * SECOND_MS);
    engine.control.mention({ from: 'bob', text: 'Newer' });
    engine.control.dm({ from: 'bob', text: 'Newer message' });
    await pollWhile(engine, { everyMs: everySeconds * SECOND_MS });
    const texts = await textsOf(engine);
    for (const text of ['Late', 'Late message', 'Newer', 'Newer message']) {
      expect(texts.filter((one) => one === text)).toHaveLength(1);
    }
    const { sources } = await engine.call('capture.status', {});
    expect(sources.flatMap(({ gaps }) => gaps)).toEqual([]);
  });
});

test('a private message 12 seconds behind 25 newer ones is captured', async () => {
  const engine = await startTestEngine();
  engine.control.dm({ from: 'first', text: 'First' });
  await engine.call('capture.pollNow', {});
  await engine.clock.advance(10 * SECOND_MS);
  engine.control.dm({ from: 'anna', text: 'Late', hiddenMs: 12 * SECOND_MS });
  for (let n = 0; n < 25; n += 1) {
    await engine.clock.advance(400);
    engine.control.dm({ from: `person${n % 5}`, text: `newer ${n}` });
  }
  await engine.call('capture.pollNow', {});
  expect(await textsOf(engine)).not.toContain('Late');
  await engine.clock.advance(10 * SECOND_MS);
  await engine.call('capture.pollNow', {});
  expect((await textsOf(engine)).filter((text) => text === 'Late')).toHaveLength(1);
});

test('a mention behind 150 newer ones is captured although it is on the second page', async () => {
  const engine = await startTestEngine();
  engine.control.mention({ from: 'first', text: 'First' });
  await engine.call('capture.pollNow', {});
  engine.control.mention({ from: 'anna', text: 'Late', hiddenMs: 110 * SECOND_MS });
  for (let n = 0; n < 150; n += 1) {
    await engine.clock.advance(400);
    engine.control.mention({ from: `person${n % 5}`, text: `newer ${n}` });
  }
  await engine.call('capture.pollNow', {});
  await engine.clock.advance(60 * SECOND_MS);
  await engine.call('capture.pollNow', {});
  const { sources } = await engine.call('capture.status', {});
  expect(sources.flatMap(({ gaps }) => gaps)).toEqual([]);
  const { items } = await engine.call('conversations.list', { view: 'all' });
  expect(items.filter(({ person }) => person.handle === 'anna')).toHaveLength(1);
});

test('a reread that fails is repeated by the next poll, without a gap', async () => {
  const engine = await startTestEngine();
  engine.control.dm({ from: 'first', text: 'First' });
  await engine.call('capture.pollNow', {});
  engine.control.dm({ from: 'anna', text: 'Late', hiddenMs: 12 * SECOND_MS });
  for (let n = 0; n < 25; n += 1) engine.control.dm({ from: 'bob', text: `newer ${n}` });
  await engine.call('capture.pollNow', {});
  await engine.clock.advance(15 * SECOND_MS);
  engine.control.dm({ from: 'bob', text: 'Newest' });
  const match = { method: 'GET', path: 'dm_events$' };
  engine.control.addFault({ kind: 'slow', delayMs: 0, match });
  engine.control.addFault({ kind: 'serverError', match });
  expect(await engine.call('capture.pollNow', {})).toMatchObject({ failures: [{ source: 'dms' }] });
  const { sources } = await engine.call('capture.status', {});
  expect(sources.flatMap(({ gaps }) => gaps)).toEqual([]);
  await engine.clock.advance(10 * MINUTE_MS);
  await engine.call('capture.pollNow', {});
  expect(await textsOf(engine)).toContain('Late');
});

test.each([
  ['is captured on the same day', true],
  ['is not read again on the next day, when X bills it again', false],
])('a hit of a saved search that X shows 75 seconds late %s', async (_, isSameDay) => {
  const engine = await startTestEngine();
  const untilMidnight = DAY_MS - (engine.clock.now() % DAY_MS);
  if (!isSameDay) await engine.clock.advance(untilMidnight - 20 * SECOND_MS);
  await save(engine, 'ferry');
  await poll(engine);
  post(engine, 'the ferry is late', 'anna', { hiddenMs: 75 * SECOND_MS });
  await engine.clock.advance(5 * SECOND_MS);
  post(engine, 'a newer ferry');
  await poll(engine);
  await engine.clock.advance(isSameDay ? 80 * SECOND_MS : HOUR_MS);
  await poll(engine);
  const { items } = await engine.call('listening.list', {});
  expect(items).toHaveLength(isSameDay ? 2 : 1);
});
