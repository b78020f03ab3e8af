import { describe, expect, test } from 'vitest';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';
import { sendAndBeOvertaken, stateOf, untilState, untilStopped } from '../../support/untilState.ts';

/** What every list shows of the replies of a conversation; rows and the conversation itself agree. */
async function shown(engine: TestEngine, id: string) {
  const { items } = await engine.call('conversations.list', { view: 'all' });
  const { conversation } = await engine.call('conversations.get', { id });
  const row = items.find((each) => each.id === id);
  expect(row?.unfinishedReply).toBe(conversation.unfinishedReply);
  return conversation.unfinishedReply;
}

describe('a row of a list', () => {
  test('says that a reply is on its way until X has it', async () => {
    const engine = await startTestEngine();
    const { id: conversationId } = await openConversation(engine);
    expect(await shown(engine, conversationId)).toBeNull();
    const id = await engine.send(conversationId, 'On it', 'public', 10_000);
    expect(await shown(engine, conversationId)).toBe('sending');
    await engine.clock.advance(10_000);
    await untilState(engine, id, 'sent');
    expect(await shown(engine, conversationId)).toBeNull();
  });

  test('says that a reply waits for X while a limit holds it up', async () => {
    const engine = await startTestEngine();
    const { id: conversationId } = await openConversation(engine);
    engine.control.addFault({ kind: 'rateLimited', match: { method: 'POST' } });
    const id = await engine.send(conversationId, 'On it');
    await until('it waits', async () => (await engine.entry(id))?.error !== undefined);
    expect(await stateOf(engine, id)).toBe('queued');
    expect(await shown(engine, conversationId)).toBe('waiting');
  });

  test('says that a reply was refused, until an agent removes it', async () => {
    const engine = await startTestEngine();
    const { id: conversationId } = await openConversation(engine);
    engine.control.addFault({ kind: 'forbidden', match: { method: 'POST' } });
    const id = await engine.send(conversationId, 'On it');
    await untilState(engine, id, 'refused');
    expect(await shown(engine, conversationId)).toBe('notSent');
    await engine.call('outbox.dismiss', { id });
    expect(await shown(engine, conversationId)).toBeNull();
  });

  test('asks for a check where the conversation has changed', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id: conversationId } = await openConversation(engine);
    const id = await sendAndBeOvertaken(engine, conversationId);
    await engine.clock.advance(10_000);
    await untilStopped(engine, id);
    expect(await shown(engine, conversationId)).toBe('check');
  });

  test('asks for a check of an unknown reply only once Perch has given up finding it', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id: conversationId } = await openConversation(engine);
    engine.control.addFault({ kind: 'reset', when: 'before', match: { method: 'POST' } });
    const id = await engine.send(conversationId, 'On it');
    await untilState(engine, id, 'unknown');
    expect(await shown(engine, conversationId)).toBe('waiting');
    for (const [n, waitMs] of [5_000, 15_000, 40_000].entries()) {
      await engine.clock.advance(waitMs);
      await until(`reconciliation ${n + 1}`, async () => {
        const status = (await engine.entry(id))?.status;
        return status?.kind === 'unknown' && status.reconcileAttempts === n + 1;
      });
    }
    expect(await shown(engine, conversationId)).toBe('check');
  });
});
