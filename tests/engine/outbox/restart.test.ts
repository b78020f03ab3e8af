import { describe, expect, test } from 'vitest';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';
import { stateOf, untilState } from '../../support/untilState.ts';

describe('a restart', () => {
  test('leaves held replies held until their time', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const outboxId = await engine.send(id, 'On it', 'public', 60_000);
    await engine.restart();
    await engine.clock.advance(59_999);
    expect(await stateOf(engine, outboxId)).toBe('held');
    await engine.clock.advance(1);
    await untilState(engine, outboxId, 'sent');
  });

  test('with a token sends at once what waited only for one', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    await engine.restart({ credentials: null });
    const outboxId = await engine.send(id, 'On it');
    await until('it waits', async () => (await engine.entry(outboxId))?.error?.code === 'notConnected');
    await engine.restart();
    await untilState(engine, outboxId, 'sent');
  });

  test('reconciles what was on the wire instead of sending it again', async () => {
    const engine = await startTestEngine({ timeoutMs: 60_000 });
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'timeout', when: 'after', match: { method: 'POST' } });
    const outboxId = await engine.send(id, 'On it');
    await until('it left', () => engine.control.state().sentPosts.length === 1);
    expect(await stateOf(engine, outboxId)).toBe('sending');
    await engine.restart();
    expect(await stateOf(engine, outboxId)).toBe('unknown');
    await engine.clock.advance(5_000);
    await untilState(engine, outboxId, 'sent');
    expect(engine.control.state().sentPosts).toHaveLength(1);
  });
});
