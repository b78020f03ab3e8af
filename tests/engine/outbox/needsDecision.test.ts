import { expect, test } from 'vitest';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';
import { sendAndBeOvertaken, untilState, untilStopped } from '../../support/untilState.ts';

const decisions = (engine: TestEngine) =>
  engine.events.filter(({ name }) => name === 'outbox.needsDecision').map(({ params }) => params);

test('a refused reply needs a decision, once, and again after a retry', async () => {
  const engine = await startTestEngine();
  const { id: conversationId } = await openConversation(engine);
  for (const _ of [1, 2]) engine.control.addFault({ kind: 'forbidden', match: { method: 'POST' } });
  const id = await engine.send(conversationId, 'On it');
  await untilState(engine, id, 'refused');
  expect(decisions(engine)).toEqual([{ id, conversationId, kind: 'refused' }]);
  await engine.restart();
  await engine.call('capture.pollNow', {});
  expect(decisions(engine)).toHaveLength(1);
  await engine.call('outbox.retry', { id });
  await until('it is refused again', () => decisions(engine).length === 2);
});

test('an unknown reply needs a decision only once Perch has given up finding it, and none of its own making', async () => {
  const engine = await startTestEngine({ timeoutMs: 10_000 });
  const { id: conversationId } = await openConversation(engine);
  engine.control.addFault({ kind: 'reset', when: 'before', match: { method: 'POST' } });
  const id = await engine.send(conversationId, 'On it');
  await untilState(engine, id, 'unknown');
  for (const [n, waitMs] of [5_000, 15_000, 40_000].entries()) {
    expect(decisions(engine)).toEqual([]);
    await engine.clock.advance(waitMs);
    await until(`reconciliation ${n + 1}`, async () => {
      const status = (await engine.entry(id))?.status;
      return status?.kind === 'unknown' && status.reconcileAttempts === n + 1;
    });
  }
  expect(decisions(engine)).toEqual([{ id, conversationId, kind: 'unknown' }]);
  await engine.call('outbox.settle', { id, outcome: 'notSent' });
  expect((await engine.entry(id))?.state).toBe('refused');
  expect(decisions(engine)).toHaveLength(1);
});

test('a reply that a new message stops needs a decision', async () => {
  const engine = await startTestEngine({ timeoutMs: 10_000 });
  const { id: conversationId } = await openConversation(engine);
  const id = await sendAndBeOvertaken(engine, conversationId);
  await engine.clock.advance(10_000);
  await untilStopped(engine, id);
  expect(decisions(engine)).toEqual([{ id, conversationId, kind: 'stopped' }]);
});
