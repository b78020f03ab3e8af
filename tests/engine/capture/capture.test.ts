import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

const PEOPLE = 50;

/** Writes 500 mentions and 100 private messages of 50 people, in the last hour. */
function fill(engine: TestEngine): void {
  const start = engine.clock.now() - 60 * MINUTE_MS;
  for (let n = 0; n < 600; n += 1) {
    const message = { from: `person${n % PEOPLE}`, text: `message ${n}`, at: start + n * 5_000 };
    if (n % 6 === 5) engine.control.dm(message);
    else engine.control.mention(message);
  }
}

async function readAll(engine: TestEngine) {
  const { items } = await engine.call('conversations.list', { view: 'all', limit: 1_000 });
  const pages = await Promise.all(
    items.map(({ id }) => engine.call('conversations.get', { id, limit: 1_000 })),
  );
  return pages.map(({ conversation, messages }) => ({
    id: conversation.id,
    handle: conversation.person.handle,
    texts: messages.map((message) => message.text.replace(/^@\w+ /, '')),
    places: new Set(messages.map((message) => message.conversationId)),
    authors: new Set(messages.map((message) => message.author.handle)),
  }));
}

function expectComplete(conversations: Awaited<ReturnType<typeof readAll>>): void {
  expect(conversations).toHaveLength(PEOPLE);
  for (const { id, handle, texts, places, authors } of conversations) {
    const person = Number(handle.replace('person', ''));
    expect(texts).toEqual(Array.from({ length: 12 }, (_, n) => `message ${person + n * PEOPLE}`));
    expect([...places, ...authors]).toEqual([id, handle]);
  }
}

describe('500 mentions and 100 private messages', () => {
  test('are captured once, each in the conversation with its author', async () => {
    const engine = await startTestEngine();
    fill(engine);
    expect(await engine.call('capture.pollNow', {})).toEqual({ newMessages: 600, failures: [] });
    expect(await engine.call('capture.pollNow', {})).toEqual({ newMessages: 0, failures: [] });
    expectComplete(await readAll(engine));
    const { counts } = await engine.call('conversations.counts', {});
    expect(counts).toMatchObject({ queue: PEOPLE, all: PEOPLE });
  });

  test.each(['duplicated', 'shuffled', 'malformed', 'truncated', 'endless', 'reset', 'html'] as const)(
    'are complete even if some responses of X are %s',
    async (kind) => {
      const engine = await startTestEngine();
      fill(engine);
      engine.control.addFault({
        kind,
        match: { method: 'GET', path: 'mentions|dm_events' },
        probability: 0.5,
        seed: 7,
        count: 6,
      });
      let added = 0;
      let failures = 0;
      for (let cycle = 0; cycle < 8; cycle += 1) {
        const result = await engine.call('capture.pollNow', {});
        added += result.newMessages;
        failures += result.failures.length;
        await engine.clock.advance(MINUTE_MS);
      }
      expect(added).toBe(600);
      expect(failures > 0).toBe(kind !== 'duplicated' && kind !== 'shuffled');
      expectComplete(await readAll(engine));
    },
  );
});

describe('on X', () => {
  test('an edited post is shown in its newest wording, and replies refer to its newest id', async () => {
    const engine = await startTestEngine();
    const { id, postId } = await openConversation(engine, 'anna', 'Where is it?');
    engine.clock.jump(MINUTE_MS);
    engine.control.editPost({ id: postId, text: '@harbourhelp Where is my parcel?' });
    await engine.call('capture.pollNow', {});
    const { conversation, messages } = await engine.call('conversations.get', { id });
    expect(messages.map((message) => message.text)).toEqual([conversation.lastMessage.text]);
    expect(conversation.lastMessage.text).toContain('parcel');
    const { messages: newest } = await engine.call('conversations.get', { id });
    for (const inReplyTo of [postId, `post-${postId}`, newest[0]?.xId ?? '', undefined]) {
      const reply = {
        conversationId: id,
        channel: 'public',
        text: 'Soon',
        ...(inReplyTo ? { inReplyTo } : {}),
      } as const;
      await engine.call('replies.send', reply);
    }
    const { items } = await engine.call('outbox.list', {});
    expect(items.map((item) => item.inReplyTo)).toEqual(Array(4).fill(newest[0]?.xId));
  });

  test('a reply written elsewhere means that the customer waits no more', async () => {
    const engine = await startTestEngine();
    const { id, postId } = await openConversation(engine);
    engine.clock.jump(MINUTE_MS);
    engine.control.ownPost({ text: 'On its way', replyToId: postId });
    await engine.call('capture.pollNow', {});
    const { conversation, messages } = await engine.call('conversations.get', { id });
    expect(conversation).toMatchObject({ status: 'pending', dueAt: null });
    expect(messages.at(-1)).toMatchObject({
      direction: 'out',
      state: 'sent',
      conversationId: id,
      context: false,
    });
  });

  test('a private message written elsewhere means that the customer waits no more', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.clock.jump(MINUTE_MS);
    engine.control.ownDm({ to: 'anna', text: 'In private' });
    await engine.call('capture.pollNow', {});
    const { conversation } = await engine.call('conversations.get', { id });
    expect(conversation).toMatchObject({ status: 'pending', lastMessage: { kind: 'dm', direction: 'out' } });
  });

  test('the post that a mention replies to is shown before it', async () => {
    const engine = await startTestEngine();
    const parent = engine.control.post({ from: 'bea', text: 'Mine is late too' });
    engine.clock.jump(MINUTE_MS);
    const { id } = engine.control.mention({ from: 'anna', text: 'Same here', replyToId: parent.id });
    await engine.call('capture.pollNow', {});
    const { messages } = await engine.call('conversations.get', { id: `c${id}` });
    expect(messages.map((message) => [message.author.handle, message.context])).toEqual([
      ['bea', true],
      ['anna', false],
    ]);
  });
});
