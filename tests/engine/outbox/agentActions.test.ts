import { describe, expect, test } from 'vitest';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';

describe('replies.send', () => {
  test('rejects what cannot be a reply, with the reason', async () => {
    const engine = await startTestEngine();
    const { id, postId } = await openConversation(engine);
    const other = await openConversation(engine, 'bob');
    const send = (more: object) =>
      engine.fail('replies.send', { conversationId: id, channel: 'public', text: 'Hi', ...more });
    expect(await send({ conversationId: 'c1' })).toEqual({
      code: 'notFound',
      what: 'conversation',
      id: 'c1',
    });
    expect(await send({ text: ' \n ' })).toEqual({ code: 'emptyText' });
    expect(await send({ text: '漢'.repeat(141) })).toEqual({
      code: 'postTooLong',
      weightedLength: 282,
      limit: 280,
    });
    expect(await send({ inReplyTo: other.postId })).toMatchObject({ code: 'notFound', what: 'message' });
    expect(await send({ channel: 'fax' })).toMatchObject({ code: 'invalid', path: 'channel' });
    expect((await engine.call('outbox.list', {})).items).toEqual([]);
    for (const inReplyTo of [postId, `post-${postId}`]) {
      await engine.call('replies.send', { conversationId: id, channel: 'public', text: 'Hi', inReplyTo });
    }
    const { items } = await engine.call('outbox.list', {});
    expect(items.map((entry) => entry.inReplyTo)).toEqual([postId, postId]);
  });

  test('offers no public reply in a private conversation', async () => {
    const engine = await startTestEngine();
    const { id } = engine.control.dm({ from: 'anna', text: 'Psst' });
    await engine.call('capture.pollNow', {});
    const failure = await engine.fail('replies.send', {
      conversationId: `c${id}`,
      channel: 'public',
      text: 'Hi',
    });
    expect(failure).toEqual({ code: 'noPublicPost', conversationId: `c${id}` });
  });

  test('accepts a long direct message', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    await engine.send(id, 'long '.repeat(1_000), 'dm', 60_000);
  });

  test('removes the draft of its channel and no other', async () => {
    const engine = await startTestEngine();
    const { id: conversationId } = await openConversation(engine);
    for (const channel of ['public', 'dm'] as const) {
      await engine.call('drafts.save', { conversationId, channel, text: `draft ${channel}` });
    }
    await engine.send(conversationId, 'draft public', 'public', 60_000);
    const { items } = await engine.call('drafts.list', { conversationId });
    expect(items.map((draft) => draft.channel)).toEqual(['dm']);
  });
});

describe('a held reply', () => {
  test('can be cancelled: nothing is sent and the text is a draft again', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const outboxId = await engine.send(id, 'Oops', 'dm', 10_000);
    expect((await engine.call('conversations.get', { id })).conversation.status).toBe('pending');
    expect(await engine.call('outbox.cancel', { id: outboxId })).toEqual({ text: 'Oops', channel: 'dm' });
    await engine.clock.advance(60_000);
    const { conversation, activities } = await engine.call('conversations.get', { id });
    expect(conversation).toMatchObject({ hasDraft: true });
    expect(conversation.waitingSince).not.toBeNull();
    expect(activities.at(-1)).toMatchObject({
      kind: 'replyCancelled',
      agent: 'Mia',
      facts: { text: 'Oops' },
    });
    expect(engine.control.state().sentDms).toEqual([]);
    expect(await engine.fail('outbox.cancel', { id: outboxId })).toMatchObject({ code: 'notFound' });
  });

  test('is put above what was written since when it is cancelled', async () => {
    const engine = await startTestEngine();
    const { id: conversationId } = await openConversation(engine);
    const id = await engine.send(conversationId, 'First', 'dm', 10_000);
    await engine.call('drafts.save', { conversationId, channel: 'dm', text: 'Second' });
    await engine.call('outbox.cancel', { id });
    const { items } = await engine.call('drafts.list', { conversationId });
    expect(items).toMatchObject([{ text: 'First\n\nSecond' }]);
  });

  test('can be sent at once, and then not be cancelled', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const outboxId = await engine.send(id, 'Now', 'public', 60_000);
    await engine.call('outbox.sendNow', { id: outboxId });
    await until('it is sent', async () => (await engine.entry(outboxId))?.state === 'sent');
    expect(await engine.fail('outbox.cancel', { id: outboxId })).toEqual({
      code: 'notHeld',
      id: outboxId,
      state: 'sent',
    });
    expect(await engine.fail('outbox.sendNow', { id: outboxId })).toMatchObject({ code: 'notHeld' });
    for (const method of ['outbox.retry', 'outbox.dismiss'] as const) {
      expect(await engine.fail(method, { id: outboxId })).toMatchObject({
        code: 'wrongState',
        state: 'sent',
      });
    }
    expect(await engine.fail('outbox.settle', { id: outboxId, outcome: 'sent' })).toMatchObject({
      code: 'wrongState',
    });
  });
});

test('a reply that an agent found on X counts as sent', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  engine.control.addFault({ kind: 'timeout', when: 'before', match: { method: 'POST' } });
  const outboxId = await engine.send(id, 'Somewhere');
  await until('it is unknown', async () => (await engine.entry(outboxId))?.state === 'unknown');
  await engine.call('outbox.settle', { id: outboxId, outcome: 'sent' });
  expect(await engine.entry(outboxId)).toMatchObject({ state: 'sent' });
  const { activities } = await engine.call('conversations.get', { id });
  expect(activities.at(-1)).toMatchObject({ kind: 'replySettled', facts: { outcome: 'sent' } });
});

test('a reply that is retried although it had arrived is found, not sent twice', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  engine.control.addFault({ kind: 'timeout', when: 'after', match: { method: 'POST' } });
  const outboxId = await engine.send(id, 'It did arrive', 'dm');
  await until('it is unknown', async () => (await engine.entry(outboxId))?.state === 'unknown');
  await engine.call('outbox.settle', { id: outboxId, outcome: 'notSent' });
  engine.control.addFault({ kind: 'serverError', match: { path: 'with', method: 'GET' } });
  await engine.call('outbox.retry', { id: outboxId });
  await engine.clock.advance(150_000);
  await until(
    'a reconciliation failed',
    async () => (await engine.entry(outboxId))?.error?.code === 'xFailed',
  );
  await engine.clock.advance(10_000);
  await until('it is found', async () => (await engine.entry(outboxId))?.state === 'sent');
  expect(engine.control.state().sentDms).toHaveLength(1);
});

test('a queued reply says that it may have arrived, where it cannot be cancelled', async () => {
  const engine = await startTestEngine({ timeoutMs: 10_000 });
  const { id: conversationId } = await openConversation(engine);
  engine.control.addFault({ kind: 'reset', when: 'before', match: { method: 'POST' } });
  const id = await engine.send(conversationId, 'On it');
  await until('it is unknown', async () => (await engine.entry(id))?.status.kind === 'unknown');
  await engine.call('outbox.retry', { id });
  expect((await engine.entry(id))?.status).toEqual({
    kind: 'queued',
    confirmedMissing: false,
    mayHaveArrived: true,
  });
  expect(await engine.fail('outbox.cancel', { id })).toMatchObject({ code: 'notHeld' });
});
