import { describe, expect, test } from 'vitest';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';
import { sendAndBeOvertaken, untilState, untilStopped } from '../../support/untilState.ts';

/** An engine with a held reply that X will refuse, in a conversation that nobody has put aside yet. */
async function withRefusal() {
  const engine = await startTestEngine({ timeoutMs: 10_000 });
  const { id: conversationId } = await openConversation(engine);
  engine.control.addFault({ kind: 'forbidden', match: { method: 'POST' } });
  const id = await engine.send(conversationId, 'On it', 'public', 10_000);
  await engine.clock.advance(1_000);
  const fail = async () => {
    await engine.clock.advance(10_000);
    await untilState(engine, id, 'refused');
  };
  return { engine, conversationId, id, fail };
}

async function whereIs(engine: TestEngine, id: string) {
  const queue = (await engine.call('conversations.list', { view: 'queue' })).items.map((row) => row.id);
  const { conversation, activities } = await engine.call('conversations.get', { id });
  const { status, snoozedUntil } = conversation;
  const reopened = activities.filter(({ kind }) => kind === 'conversationReopened').length;
  return { queued: queue.includes(id), status, snoozedUntil, reopened };
}

const back = { queued: true, status: 'open', snoozedUntil: null, reopened: 1 };

describe('a refused reply brings its conversation back to the queue', () => {
  test.each(['resolved', 'pending'] as const)('after an agent has set it to %s', async (status) => {
    const { engine, conversationId, fail } = await withRefusal();
    await engine.call('conversations.setStatus', { id: conversationId, status });
    expect(await whereIs(engine, conversationId)).toMatchObject({ queued: false, status });
    await fail();
    expect(await whereIs(engine, conversationId)).toEqual(back);
  });

  test('after an agent has snoozed it', async () => {
    const { engine, conversationId, fail } = await withRefusal();
    const until = engine.clock.now() + 86_400_000;
    await engine.call('conversations.snooze', { id: conversationId, until });
    await fail();
    expect(await whereIs(engine, conversationId)).toEqual(back);
  });

  test('and says so only where an agent had put it aside', async () => {
    const { engine, conversationId, fail } = await withRefusal();
    await fail();
    expect(await whereIs(engine, conversationId)).toEqual({ ...back, reopened: 0 });
  });

  test('where it stays after the reply was removed, since its person still waits', async () => {
    const { engine, conversationId, id, fail } = await withRefusal();
    await engine.call('conversations.setStatus', { id: conversationId, status: 'resolved' });
    await fail();
    await engine.call('outbox.dismiss', { id });
    expect(await whereIs(engine, conversationId)).toMatchObject({ queued: true, status: 'open' });
  });

  test('but not after an agent has seen the failure and resolved it', async () => {
    const { engine, conversationId, fail } = await withRefusal();
    await fail();
    await engine.call('conversations.setStatus', { id: conversationId, status: 'resolved' });
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(600_000);
    await engine.restart();
    await engine.call('capture.pollNow', {});
    expect(await whereIs(engine, conversationId)).toMatchObject({ queued: false, status: 'resolved' });
  });

  test('until a retry has reached X, which makes it pending', async () => {
    const { engine, conversationId, id, fail } = await withRefusal();
    await fail();
    await engine.call('outbox.retry', { id });
    await untilState(engine, id, 'sent');
    expect(await whereIs(engine, conversationId)).toMatchObject({ queued: false, status: 'pending' });
  });
});

test('a stopped reply brings its conversation back from snoozing', async () => {
  const engine = await startTestEngine({ timeoutMs: 10_000 });
  const { id: conversationId } = await openConversation(engine);
  const id = await sendAndBeOvertaken(engine, conversationId);
  await engine.call('conversations.snooze', { id: conversationId, until: engine.clock.now() + 86_400_000 });
  await engine.clock.advance(10_000);
  await untilStopped(engine, id);
  expect(await whereIs(engine, conversationId)).toEqual(back);
});

test('a reply that Perch gave up finding brings its conversation back, until an agent has seen it on X', async () => {
  const engine = await startTestEngine({ timeoutMs: 10_000 });
  const { id: conversationId } = await openConversation(engine);
  engine.control.addFault({ kind: 'reset', when: 'before', match: { method: 'POST' } });
  const id = await engine.send(conversationId, 'On it');
  await untilState(engine, id, 'unknown');
  await engine.call('conversations.setStatus', { id: conversationId, status: 'resolved' });
  for (const [n, waitMs] of [5_000, 15_000, 40_000].entries()) {
    expect(await whereIs(engine, conversationId)).toMatchObject({ queued: false, status: 'resolved' });
    await engine.clock.advance(waitMs);
    await until(`reconciliation ${n + 1}`, async () => {
      const status = (await engine.entry(id))?.status;
      return status?.kind === 'unknown' && status.reconcileAttempts === n + 1;
    });
  }
  expect(await whereIs(engine, conversationId)).toEqual(back);
  await engine.call('outbox.settle', { id, outcome: 'sent' });
  expect(await whereIs(engine, conversationId)).toMatchObject({ queued: false, status: 'pending' });
});
