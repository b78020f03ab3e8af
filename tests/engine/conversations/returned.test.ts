import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';

/** What was emitted about conversations that call for attention, since the last look. */
function attention(engine: TestEngine): unknown[] {
  const found = engine.events.filter(
    ({ name }) => name === 'conversations.opened' || name === 'conversations.returned',
  );
  engine.events.length = 0;
  return found.map(({ name, params }) => [name, params]);
}

const wrote = (id: string) => ['conversations.returned', { ids: [id], reason: 'wrote' }];

/** A new conversation that was emitted as opened. */
async function newConversation(): Promise<{ engine: TestEngine; id: string }> {
  const engine = await startTestEngine();
  await engine.call('capture.pollNow', {});
  const { id } = await openConversation(engine);
  expect(attention(engine)).toEqual([['conversations.opened', { ids: [id] }]]);
  return { engine, id };
}

async function write(engine: TestEngine, how: 'mention' | 'dm' = 'mention'): Promise<void> {
  await engine.clock.advance(1_000);
  engine.control[how]({ from: 'anna', text: 'Any news?' });
  await engine.call('capture.pollNow', {});
}

describe('a conversation is emitted as returned, once', () => {
  test('when its person writes again while waiting', async () => {
    const { engine, id } = await newConversation();
    await write(engine);
    expect(attention(engine)).toEqual([wrote(id)]);
    await engine.call('capture.pollNow', {});
    expect(attention(engine)).toEqual([]);
  });

  test.each(['mention', 'dm'] as const)('when its person responds to a reply by %s', async (how) => {
    const { engine, id } = await newConversation();
    const outboxId = await engine.send(id, 'On it');
    await until('it is sent', async () => (await engine.entry(outboxId))?.state === 'sent');
    attention(engine);
    await write(engine, how);
    expect(attention(engine)).toEqual([wrote(id)]);
  });

  test('when its person writes while it is snoozed', async () => {
    const { engine, id } = await newConversation();
    const until = engine.clock.now() + HOUR_MS;
    await engine.call('conversations.snooze', { id, until });
    await write(engine);
    expect(attention(engine)).toEqual([wrote(id)]);
    await engine.clock.advance(2 * HOUR_MS);
    expect(attention(engine)).toEqual([]);
  });

  test('when its snooze ends', async () => {
    const { engine, id } = await newConversation();
    const until = engine.clock.now() + 10 * MINUTE_MS;
    await engine.call('conversations.snooze', { id, until });
    await engine.clock.advance(9 * MINUTE_MS);
    expect(attention(engine)).toEqual([]);
    await engine.clock.advance(2 * MINUTE_MS);
    expect(attention(engine)).toEqual([['conversations.returned', { ids: [id], reason: 'snoozeEnded' }]]);
    await engine.restart();
    await engine.call('capture.pollNow', {});
    expect(attention(engine)).toEqual([]);
  });
});

test('a snooze that ended while Perch was closed is emitted to whoever listens first, once', async () => {
  const { engine, id } = await newConversation();
  await engine.call('conversations.snooze', { id, until: engine.clock.now() + HOUR_MS });
  attention(engine);
  await engine.restart({}, () => engine.clock.jump(2 * HOUR_MS));
  expect(attention(engine)).toEqual([['conversations.returned', { ids: [id], reason: 'snoozeEnded' }]]);
  await engine.restart();
  expect(attention(engine)).toEqual([]);
});

test('a resolved conversation that reopens is emitted as opened only', async () => {
  const { engine, id } = await newConversation();
  await engine.call('conversations.setStatus', { id, status: 'resolved' });
  await write(engine);
  expect(attention(engine)).toEqual([['conversations.opened', { ids: [id] }]]);
});
