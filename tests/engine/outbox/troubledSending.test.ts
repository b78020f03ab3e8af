import { describe, expect, test } from 'vitest';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';
import { stateOf, untilState } from '../../support/untilState.ts';

describe('a reply that cannot be sent', () => {
  const fault = (
    kind: 'serverError' | 'timeout' | 'reset' | 'truncated' | 'malformed' | 'endless',
    when: 'before' | 'after',
  ) => ({ kind, when, match: { method: 'POST' } }) as const;

  test.each([
    fault('timeout', 'after'),
    fault('reset', 'after'),
    fault('serverError', 'after'),
    fault('truncated', 'after'),
    fault('malformed', 'after'),
    fault('endless', 'after'),
  ])('is found on X after $kind', async (order) => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    for (const channel of ['public', 'dm'] as const) {
      engine.control.addFault(order);
      const outboxId = await engine.send(id, 'See https://example.com/a?b=1&c=2 & tell', channel);
      await untilState(engine, outboxId, 'unknown');
      await engine.clock.advance(5_000);
      await untilState(engine, outboxId, 'sent');
    }
    const { sentPosts, sentDms } = engine.control.state();
    expect([sentPosts.length, sentDms.length]).toEqual([1, 1]);
  });

  test.each([fault('timeout', 'before'), fault('reset', 'before'), fault('serverError', 'before')])(
    'is never sent again by itself after $kind',
    async (order) => {
      const engine = await startTestEngine();
      const { id } = await openConversation(engine);
      engine.control.addFault(order);
      const outboxId = await engine.send(id, 'Lost?');
      await untilState(engine, outboxId, 'unknown');
      for (const [waitMs, looks] of [
        [5_000, 1],
        [15_000, 2],
        [40_000, 3],
      ] as const) {
        await engine.clock.advance(waitMs);
        await until(`look ${looks}`, async () => {
          const error = (await engine.entry(outboxId))?.error;
          return error?.code === 'outcomeUnknown' && error.looks === looks;
        });
      }
      await engine.clock.advance(3_600_000);
      expect(await stateOf(engine, outboxId)).toBe('unknown');
      expect(engine.control.state().requests['POST /2/tweets']).toBe(1);
      await engine.call('outbox.retry', { id: outboxId });
      await untilState(engine, outboxId, 'sent');
      expect(engine.control.state().sentPosts).toHaveLength(1);
    },
  );

  test('is reconciled, not lost, if X says that the text is already there', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'serverError', when: 'before', match: { method: 'POST' } });
    const outboxId = await engine.send(id, 'On it');
    await untilState(engine, outboxId, 'unknown');
    await engine.call('outbox.settle', { id: outboxId, outcome: 'notSent' });
    expect(await engine.entry(outboxId)).toMatchObject({ state: 'refused', error: { code: 'notSent' } });
    engine.control.addFault({
      kind: 'forbidden',
      detail: 'You are not allowed to create a Tweet with duplicate content.',
      match: { method: 'POST' },
    });
    await engine.call('outbox.retry', { id: outboxId });
    await engine.clock.advance(150_000);
    await untilState(engine, outboxId, 'unknown');
  });

  test('is refused with the reason of X', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.control.addFault({
      kind: 'forbidden',
      detail: 'Reply to this conversation is not allowed.',
      match: { method: 'POST' },
    });
    const outboxId = await engine.send(id, 'On it');
    await untilState(engine, outboxId, 'refused');
    expect((await engine.entry(outboxId))?.error).toMatchObject({ code: 'replyNotAllowed' });
    expect((await engine.call('conversations.get', { id })).conversation).toMatchObject({ status: 'open' });
    expect(await engine.call('outbox.dismiss', { id: outboxId })).toEqual({
      text: 'On it',
      channel: 'public',
    });
    expect((await engine.call('drafts.list', { conversationId: id })).items).toMatchObject([
      { text: 'On it' },
    ]);
    expect((await engine.call('outbox.list', {})).items).toEqual([]);
  });

  test.each(['problem', 'code88', 'usageCapped'] as const)(
    'waits until X lets it through (%s)',
    async (shape) => {
      const engine = await startTestEngine();
      const { id } = await openConversation(engine);
      engine.control.addFault({ kind: 'rateLimited', shape, match: { method: 'POST' } });
      const outboxId = await engine.send(id, 'On it');
      await untilState(engine, outboxId, 'queued');
      await until('it was tried', async () => (await engine.entry(outboxId))?.error !== undefined);
      await engine.clock.advance(30_000);
      expect(engine.control.state().requests['POST /2/tweets']).toBe(1);
      await engine.clock.advance(16 * 60_000);
      await untilState(engine, outboxId, 'sent');
      expect(engine.control.state().requests['POST /2/tweets']).toBe(2);
    },
  );

  test('is sent by itself when the network is back', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const { url } = engine.simulator;
    await engine.restart({ xUrl: 'http://127.0.0.1:9' });
    const outboxId = await engine.send(id, 'On it');
    await until('it was tried', async () => (await engine.entry(outboxId))?.error?.code === 'offline');
    await engine.restart({ xUrl: url });
    await engine.clock.advance(30_000);
    await untilState(engine, outboxId, 'sent');
  });

  test('matches two identical replies with two messages on X', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'timeout', when: 'after', match: { method: 'POST' } });
    engine.control.addFault({ kind: 'timeout', when: 'before', match: { method: 'POST' } });
    const first = await engine.send(id, 'Same', 'dm');
    const second = await engine.send(id, 'Same', 'dm');
    await untilState(engine, first, 'unknown');
    await engine.clock.advance(5_000);
    await untilState(engine, first, 'sent');
    await untilState(engine, second, 'unknown');
    for (const waitMs of [5_000, 15_000, 40_000]) {
      await engine.clock.advance(waitMs);
      await engine.call('outbox.list', {});
    }
    expect(await stateOf(engine, second)).toBe('unknown');
    expect(engine.control.state().sentDms).toHaveLength(1);
  });

  test('is linked to the message that capture has stored', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'timeout', when: 'after', match: { method: 'POST' } });
    const outboxId = await engine.send(id, 'Captured', 'dm');
    await untilState(engine, outboxId, 'unknown');
    await engine.call('capture.pollNow', {});
    expect(await stateOf(engine, outboxId)).toBe('sent');
    const { messages } = await engine.call('conversations.get', { id });
    expect(messages.filter((message) => message.text === 'Captured')).toHaveLength(1);
  });
});
