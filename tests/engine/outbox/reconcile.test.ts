import { describe, expect, test } from 'vitest';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';
import { stateOf, untilState } from '../../support/untilState.ts';

const post = { method: 'POST' } as const;
const untilReconciled = (engine: TestEngine, id: string, attempts: number) =>
  until(`${attempts} reconciliations`, async () => {
    const error = (await engine.entry(id))?.error;
    return error?.code === 'outcomeUnknown' && error.looks === attempts;
  });

/** A reply whose response was lost; `hiddenMs` is how long X does not show it. */
async function sendIntoSilence(
  engine: TestEngine,
  conversationId: string,
  { text = 'On it', channel = 'public' as 'public' | 'dm', hiddenMs = 0, arrives = true } = {},
): Promise<string> {
  engine.control.addFault({ kind: 'reset', when: arrives ? 'after' : 'before', hiddenMs, match: post });
  const outboxId = await engine.send(conversationId, text, channel);
  await untilState(engine, outboxId, 'unknown');
  return outboxId;
}

async function lookThreeTimes(engine: TestEngine, outboxId: string): Promise<void> {
  for (const [n, waitMs] of [5_000, 15_000, 40_000].entries()) {
    await engine.clock.advance(waitMs);
    await untilReconciled(engine, outboxId, n + 1);
  }
}

describe('an unknown reply', () => {
  test('is found by a later reconciliation if X shows it late', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    const outboxId = await sendIntoSilence(engine, id, { hiddenMs: 50_000 });
    for (const waitMs of [5_000, 15_000]) {
      await engine.clock.advance(waitMs);
      await untilReconciled(engine, outboxId, waitMs === 5_000 ? 1 : 2);
    }
    await engine.clock.advance(40_000);
    await untilState(engine, outboxId, 'sent');
    expect(engine.control.state().sentPosts).toHaveLength(1);
  });

  test('is found instead of sent again if X shows it after the last reconciliation', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    const outboxId = await sendIntoSilence(engine, id, { channel: 'dm', hiddenMs: 90_000 });
    await lookThreeTimes(engine, outboxId);
    await engine.call('outbox.retry', { id: outboxId });
    await engine.clock.advance(90_000);
    await untilState(engine, outboxId, 'sent');
    expect(engine.control.state().sentDms).toHaveLength(1);
  });

  test.each(['public', 'dm'] as const)(
    'that an agent sends again at once waits for what X shows 110 seconds late (%s)',
    async (channel) => {
      const engine = await startTestEngine({ timeoutMs: 10_000 });
      const { id } = await openConversation(engine);
      const outboxId = await sendIntoSilence(engine, id, { channel, hiddenMs: 110_000 });
      await engine.call('outbox.retry', { id: outboxId });
      expect(await engine.entry(outboxId)).toMatchObject({
        state: 'queued',
        error: { code: 'resendDelayed' },
      });
      await engine.clock.advance(149_000);
      expect(await stateOf(engine, outboxId)).toBe('queued');
      await engine.clock.advance(1_000);
      await untilState(engine, outboxId, 'sent');
      const { sentPosts, sentDms } = engine.control.state();
      expect([...sentPosts, ...sentDms]).toHaveLength(1);
    },
  );

  test('is found behind 250 newer private messages with the same person', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    const outboxId = await sendIntoSilence(engine, id, { channel: 'dm' });
    for (let n = 0; n < 250; n += 1) engine.control.dm({ from: 'anna', text: `and ${n}` });
    await engine.clock.advance(5_000);
    await untilState(engine, outboxId, 'sent');
  });

  test('is found behind hundreds of newer posts of a busy account', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    const outboxId = await sendIntoSilence(engine, id);
    for (let n = 0; n < 250; n += 1)
      engine.control.ownPost({ text: `news ${n}`, at: engine.clock.now() + n });
    await engine.clock.advance(5_000);
    await untilState(engine, outboxId, 'sent');
  });

  test('is found by search if X refuses the timeline', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id, postId } = await openConversation(engine);
    const outboxId = await sendIntoSilence(engine, id);
    engine.control.addFault({ kind: 'forbidden', match: { method: 'GET', path: '/users/.*/tweets$' } });
    await engine.clock.advance(5_000);
    await untilState(engine, outboxId, 'sent');
    const search = engine.control.state().requestLog.find(({ path }) => path.endsWith('/search/recent'));
    expect(new URLSearchParams(search?.query).get('query')).toBe(
      `from:harbourhelp conversation_id:${postId}`,
    );
  });

  test('is reconciled once more if X calls the next attempt a duplicate', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    const outboxId = await sendIntoSilence(engine, id, { hiddenMs: 200_000 });
    await lookThreeTimes(engine, outboxId);
    await engine.call('outbox.retry', { id: outboxId });
    await engine.clock.advance(90_000);
    await until('it was tried', () => engine.control.state().requests['POST /2/tweets'] === 2);
    await untilState(engine, outboxId, 'unknown');
    await engine.clock.advance(60_000);
    await untilState(engine, outboxId, 'sent');
    expect(engine.control.state().sentPosts).toHaveLength(1);
  });

  test('is left to the agent at once if X forbids reconciling, and blocks nothing else', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    const first = await sendIntoSilence(engine, id, { channel: 'dm', arrives: false });
    engine.control.addFault({ kind: 'forbidden', count: 100, match: { method: 'GET', path: 'with' } });
    await engine.clock.advance(5_000);
    await untilReconciled(engine, first, 3);
    const second = await engine.send(id, 'And more', 'dm');
    await untilState(engine, second, 'sent');
    const asked = () => engine.control.state().requestLog.filter(({ path }) => path.includes('with')).length;
    const before = asked();
    await engine.clock.advance(3_600_000);
    expect(asked()).toBe(before);
    await engine.call('outbox.retry', { id: first });
    await until('it was looked for', () => asked() === before + 1);
    await untilState(engine, first, 'unknown');
    expect(engine.control.state().sentDms).toHaveLength(1);
    await engine.call('outbox.settle', { id: first, outcome: 'notSent' });
    expect(await engine.call('outbox.dismiss', { id: first })).toEqual({ text: 'On it', channel: 'dm' });
  });

  test('is sent again when an agent says so, if X forbids reconciling', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    const outboxId = await sendIntoSilence(engine, id, { channel: 'dm', arrives: false });
    engine.control.addFault({ kind: 'forbidden', count: 100, match: { method: 'GET', path: 'with' } });
    await engine.clock.advance(5_000);
    await untilReconciled(engine, outboxId, 3);
    await engine.call('outbox.settle', { id: outboxId, outcome: 'notSent' });
    await engine.call('outbox.retry', { id: outboxId });
    await engine.clock.advance(145_000);
    await untilState(engine, outboxId, 'sent');
    expect(engine.control.state().sentDms).toHaveLength(1);
  });

  test('that an agent has not found is reconciled once more if X allows it', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    const outboxId = await sendIntoSilence(engine, id, { channel: 'dm', hiddenMs: 90_000 });
    await engine.call('outbox.settle', { id: outboxId, outcome: 'notSent' });
    await engine.clock.advance(150_000);
    await engine.call('outbox.retry', { id: outboxId });
    await untilState(engine, outboxId, 'sent');
    expect(engine.control.state().sentDms).toHaveLength(1);
  });

  test.each([
    ['links', 'See https://www.example.com/Help/ and example.org/a?b=1&c=2, then tell'],
    ['letters beyond ASCII', 'Cafe\u0301 <b> & “so” \u{1F44D}\u{1F3FD} שלום'],
    ['lines and spaces', 'One\r\n\r\n  two\u00a0three  '],
    ['mentions in front', '@anna @bob both of you'],
    ['what looks escaped', 'Write &amp; for & and &lt; for <'],
    ['links beyond ASCII', 'https://exämple.de/süß?q=ä'],
  ])('is found whatever X does to %s', async (_, text) => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    for (const channel of ['public', 'dm'] as const) {
      const outboxId = await sendIntoSilence(engine, id, { text, channel });
      await engine.clock.advance(5_000);
      await untilState(engine, outboxId, 'sent');
    }
  });
});

describe('two replies with the same words', () => {
  test('do not share a message: the one on the wire keeps its own', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'reset', when: 'before', match: post });
    const first = await engine.send(id, 'Thanks', 'dm');
    await untilState(engine, first, 'unknown');
    await engine.clock.advance(5_000);
    await untilReconciled(engine, first, 1);
    engine.control.addFault({ kind: 'slow', delayMs: 700, match: post });
    const second = await engine.send(id, 'Thanks', 'dm');
    await until('it is on X', () => engine.control.state().sentDms.length === 1);
    await engine.clock.advance(15_000);
    await engine.call('capture.pollNow', {});
    await untilState(engine, second, 'sent');
    expect((await engine.entry(second))?.xId).toBe(engine.control.state().sentDms[0]?.id);
    await engine.clock.advance(60_000);
    await until('all reconciliations are done', async () => (await engine.entry(first))?.state !== 'sending');
    expect((await engine.entry(first))?.state).toBe('unknown');
  });

  test('do not share a message: the one that an agent has found on X takes the first', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    const first = await sendIntoSilence(engine, id, { text: 'Thanks', channel: 'dm', hiddenMs: 61_000 });
    await lookThreeTimes(engine, first);
    await engine.call('outbox.settle', { id: first, outcome: 'sent' });
    const second = await sendIntoSilence(engine, id, { text: 'Thanks', channel: 'dm', arrives: false });
    await engine.clock.advance(5_000);
    await untilReconciled(engine, second, 1);
    expect((await engine.entry(first))?.xId).toBe(engine.control.state().sentDms[0]?.id);
    expect((await engine.entry(second))?.state).toBe('unknown');
  });

  test.each(['public', 'dm'] as const)(
    'do not share a message: each person has their own (%s)',
    async (channel) => {
      const engine = await startTestEngine({ timeoutMs: 10_000 });
      const sent: { readonly outboxId: string; readonly postId: string; readonly personId: string }[] = [];
      for (const handle of ['anna', 'bob']) {
        const { id, postId, personId } = await openConversation(engine, handle);
        sent.push({
          outboxId: await sendIntoSilence(engine, id, { text: 'Thanks', channel }),
          postId,
          personId,
        });
      }
      await engine.clock.advance(5_000);
      for (const { outboxId, postId, personId } of sent) {
        await untilState(engine, outboxId, 'sent');
        const { xId } = (await engine.entry(outboxId)) ?? {};
        const { sentPosts, sentDms } = engine.control.state();
        if (channel === 'dm') expect(sentDms.find(({ id }) => id === xId)?.toId).toBe(personId);
        else expect(sentPosts.find(({ id }) => id === xId)?.inReplyToId).toBe(postId);
      }
    },
  );
});
