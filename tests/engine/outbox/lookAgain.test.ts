import { describe, expect, test } from 'vitest';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { untilState, untilStopped } from '../../support/untilState.ts';

const lookAgain = (reason: string) => ({
  state: 'held',
  heldUntil: null,
  error: { code: 'lookAgain', reason },
});

/** A conversation with an answer that is held for ten seconds, written a moment ago. */
async function holdReply(seenThrough?: (postId: string) => string) {
  const engine = await startTestEngine({ timeoutMs: 10_000 });
  const { id, postId } = await openConversation(engine);
  await engine.clock.advance(1_000);
  const { outboxId } = await engine.call('replies.send', {
    conversationId: id,
    channel: 'public',
    text: 'On it',
    undoMs: 10_000,
    ...(seenThrough ? { seenThrough: seenThrough(postId) } : {}),
  });
  await engine.clock.advance(1_000);
  return { engine, id, postId, outboxId };
}

const whatStops: [string, string, (engine: TestEngine, postId: string) => unknown][] = [
  ['another mention', 'newMessage', ({ control }) => control.mention({ from: 'anna', text: 'It is here!' })],
  ['a private message', 'newMessage', ({ control }) => control.dm({ from: 'anna', text: 'Never mind' })],
  [
    "a colleague's answer",
    'answeredElsewhere',
    ({ control }, replyToId) => control.ownPost({ text: '@anna Solved', replyToId }),
  ],
  [
    "a colleague's private message",
    'answeredElsewhere',
    ({ control }) => control.ownDm({ to: 'anna', text: 'Solved' }),
  ],
];

describe('an answer on hold', () => {
  test.each(whatStops)('is stopped by %s', async (_, reason, happen) => {
    const { engine, id, postId, outboxId } = await holdReply();
    happen(engine, postId);
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(10_000);
    await untilStopped(engine, outboxId);
    expect(await engine.entry(outboxId)).toMatchObject(lookAgain(reason));
    await engine.clock.advance(3_600_000);
    expect(engine.control.state().sentPosts).toEqual([]);
    const { activities, messages } = await engine.call('conversations.get', { id });
    expect(activities.at(-1)).toMatchObject({ kind: 'replyStopped', facts: { reason } });
    const shown = messages.find((message) => message.outboxId === outboxId);
    expect(shown).toMatchObject({ state: 'held', error: { code: 'lookAgain' } });
  });

  test('is not stopped by what somebody else writes, or by what was there before', async () => {
    const { engine, outboxId } = await holdReply();
    engine.control.mention({ from: 'bob', text: 'Me too' });
    engine.control.mention({ from: 'anna', text: 'Long ago', at: engine.clock.now() - 86_400_000 });
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(10_000);
    await untilState(engine, outboxId, 'sent');
  });

  test('is not stopped by an answer that went out before it', async () => {
    const { engine, id, outboxId } = await holdReply();
    const second = await engine.send(id, 'And more', 'dm', 9_000);
    await engine.clock.advance(9_000);
    await untilState(engine, outboxId, 'sent');
    await engine.call('capture.pollNow', {});
    await untilState(engine, second, 'sent');
  });

  test('goes out after all when an agent confirms it, and is stopped again only by something newer', async () => {
    const { engine, outboxId } = await holdReply();
    engine.control.mention({ from: 'anna', text: 'It is here!' });
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(10_000);
    await untilStopped(engine, outboxId);
    expect(await engine.fail('outbox.sendNow', { id: outboxId })).toMatchObject({ code: 'wrongState' });
    await engine.call('outbox.confirm', { id: outboxId });
    await untilState(engine, outboxId, 'sent');
    expect(engine.control.state().sentPosts).toHaveLength(1);
    expect((await engine.entry(outboxId))?.error).toBeUndefined();
    expect(await engine.fail('outbox.confirm', { id: outboxId })).toMatchObject({ code: 'wrongState' });
  });

  test('becomes the draft again when it is taken back', async () => {
    const { engine, id, outboxId } = await holdReply();
    engine.control.mention({ from: 'anna', text: 'It is here!' });
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(10_000);
    await untilStopped(engine, outboxId);
    expect(await engine.call('outbox.cancel', { id: outboxId })).toEqual({
      text: 'On it',
      channel: 'public',
    });
    const { items } = await engine.call('drafts.list', { conversationId: id });
    expect(items).toMatchObject([{ text: 'On it' }]);
  });

  test('does not keep a later answer back that knows of the new message', async () => {
    const { engine, id, outboxId } = await holdReply();
    engine.control.mention({ from: 'anna', text: 'It is here!' });
    await engine.call('capture.pollNow', {});
    await engine.clock.advance(10_000);
    await untilStopped(engine, outboxId);
    await untilState(engine, await engine.send(id, 'Good to hear'), 'sent');
    expect((await engine.entry(outboxId))?.state).toBe('held');
  });
});

describe('what the agent had seen', () => {
  test('counts, not what was captured before the answer was written', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id, postId } = await openConversation(engine);
    engine.control.mention({ from: 'anna', text: 'It is here!', at: engine.clock.now() + 1 });
    await engine.clock.advance(10);
    await engine.call('capture.pollNow', {});
    const { outboxId } = await engine.call('replies.send', {
      conversationId: id,
      channel: 'public',
      text: 'On it',
      inReplyTo: postId,
      undoMs: 0,
      seenThrough: `post-${postId}`,
    });
    await untilStopped(engine, outboxId);
  });

  test('may be an answer of Perch that is on its way', async () => {
    const { engine, id, outboxId } = await holdReply((postId) => `post-${postId}`);
    const { outboxId: second } = await engine.call('replies.send', {
      conversationId: id,
      channel: 'dm',
      text: 'And privately',
      undoMs: 0,
      seenThrough: outboxId,
    });
    await engine.clock.advance(10_000);
    await untilState(engine, second, 'sent');
  });

  test('has to be a message of the store', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    const answer = { conversationId: id, channel: 'dm', text: 'Hi', seenThrough: 'post-1' } as const;
    expect(await engine.fail('replies.send', answer)).toEqual({
      code: 'notFound',
      what: 'message',
      id: 'post-1',
    });
  });
});
