import { describe, expect, test } from 'vitest';
import { openConversation, startTestEngine } from '../../support/startTestEngine.ts';
import { stateOf, untilState } from '../../support/untilState.ts';

test('replies that time out do not hold up those to others', async () => {
  const engine = await startTestEngine({ timeoutMs: 8_000 });
  const conversations: string[] = [];
  for (let n = 0; n < 9; n += 1) conversations.push((await openConversation(engine, `someone${n}`)).id);
  engine.control.addFault({ kind: 'timeout', match: { method: 'POST' }, count: 8 });
  const outboxIds = await Promise.all(conversations.map((id) => engine.send(id, 'On it')));
  await untilState(engine, outboxIds.at(-1) ?? '', 'sent');
  const { items } = await engine.call('outbox.list', {});
  expect(items.filter(({ state }) => state === 'sending')).toHaveLength(8);
});

describe('sending a reply', () => {
  test('sends a public reply to the newest post and stores it as a message', async () => {
    const engine = await startTestEngine();
    const { id, postId } = await openConversation(engine);
    const outboxId = await engine.send(id, 'On it & <soon>');
    await untilState(engine, outboxId, 'sent');
    const [sent] = engine.control.state().sentPosts;
    expect(sent).toMatchObject({ inReplyToId: postId });
    expect(sent?.text).toContain('On it & <soon>');
    const { messages, conversation } = await engine.call('conversations.get', { id });
    expect(messages.at(-1)).toMatchObject({ id: `post-${sent?.id}`, state: 'sent', outboxId, agent: 'Mia' });
    expect(conversation).toMatchObject({ status: 'pending', waitingSince: null });
  });

  test('sends a direct message to the person of the conversation', async () => {
    const engine = await startTestEngine();
    const { id, personId } = await openConversation(engine);
    const outboxId = await engine.send(id, 'Privately', 'dm');
    await untilState(engine, outboxId, 'sent');
    expect(engine.control.state().sentDms).toMatchObject([{ toId: personId, text: 'Privately' }]);
  });

  test('holds a reply for its undo time and not longer', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const outboxId = await engine.send(id, 'On it', 'public', 10_000);
    await engine.clock.advance(9_999);
    expect(await stateOf(engine, outboxId)).toBe('held');
    await engine.clock.advance(1);
    await untilState(engine, outboxId, 'sent');
  });

  test('takes the undo time from the settings', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const { outboxId } = await engine.call('replies.send', {
      conversationId: id,
      channel: 'public',
      text: 'Hi',
    });
    expect((await engine.entry(outboxId))?.heldUntil).toBe(engine.clock.now() + 10_000);
  });

  test('captures its own reply only once', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    for (const channel of ['public', 'dm'] as const) {
      await untilState(engine, await engine.send(id, 'Once', channel), 'sent');
    }
    await engine.call('capture.pollNow', {});
    const { messages } = await engine.call('conversations.get', { id });
    expect(messages.filter((message) => message.text.includes('Once'))).toHaveLength(2);
  });

  test('sends replies of one conversation in order, also if the first is held', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const first = await engine.send(id, 'One', 'public', 5_000);
    const second = await engine.send(id, 'Two', 'dm');
    await engine.clock.advance(4_000);
    expect(await stateOf(engine, second)).toBe('queued');
    await engine.clock.advance(1_000);
    await untilState(engine, second, 'sent');
    const { sentPosts, sentDms } = engine.control.state();
    expect(BigInt(sentPosts[0]?.id ?? 0)).toBeLessThan(BigInt(sentDms[0]?.id ?? 0));
    expect(await stateOf(engine, first)).toBe('sent');
  });
});

describe('what X would refuse', () => {
  test('is left out if it draws nothing', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const outboxId = await engine.send(id, '\ufeffOn it\uffff');
    await untilState(engine, outboxId, 'sent');
    expect(engine.control.state().sentPosts[0]?.text).toContain('On it');
    expect((await engine.entry(outboxId))?.text).toBe('On it');
  });

  test('is named in the response if it was removed', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const reply = { conversationId: id, channel: 'public', text: '\ufeffOn it\uffff', undoMs: 0 } as const;
    expect(await engine.call('replies.send', reply)).toMatchObject({ removedCharacters: 2 });
  });

  test('is refused before it is sent if it is a private message beyond 10,000 characters', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const reply = { conversationId: id, channel: 'dm', text: 'x'.repeat(10_001), undoMs: 0 } as const;
    expect(await engine.fail('replies.send', reply)).toEqual({
      code: 'dmTooLong',
      length: 10_001,
      limit: 10_000,
    });
  });
});
