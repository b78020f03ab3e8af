import { describe, expect, test } from 'vitest';
import { splitThread } from '#shared/domain/splitThread.ts';
import { toPng } from '../../support/pictures.ts';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';
import { stateOf, untilState } from '../../support/untilState.ts';

const sentence = (n: number) =>
  `This is sentence ${n} of what happened to your parcel on its way from us to you & back again, dear Anna. `;
const long = Array.from({ length: 6 }, (_, n) => sentence(n))
  .join('')
  .trim();
const expected = splitThread(long).map(({ text }) => text);

async function sendThread(engine: TestEngine, conversationId: string, more: object = {}): Promise<string> {
  const reply = { conversationId, channel: 'public' as const, text: long, thread: true, undoMs: 0 };
  return (await engine.call('replies.send', { ...reply, ...more })).outboxId;
}

const listPosts = (engine: TestEngine) =>
  engine.control.state().sentPosts.map(({ id, text, inReplyToId }) => ({
    id,
    text: text.replace(/^@anna /, ''),
    inReplyToId,
  }));

function expectChain(engine: TestEngine, postId: string, texts: readonly string[] = expected): void {
  const posts = listPosts(engine);
  expect(posts.map(({ text }) => text)).toEqual(texts);
  expect(posts.map(({ inReplyToId }) => inReplyToId)).toEqual([
    postId,
    ...posts.slice(0, -1).map(({ id }) => id),
  ]);
}

const failPost = (engine: TestEngine, fault: object, passed: number) => {
  const match = { method: 'POST', path: 'tweets$' };
  for (let n = 0; n < passed; n += 1) engine.control.addFault({ kind: 'slow', delayMs: 0, match });
  engine.control.addFault({ kind: 'reset', match, ...fault });
};

describe('a long public reply', () => {
  test('goes out in numbered parts, each below the one before', async () => {
    const engine = await startTestEngine();
    const { id, postId } = await openConversation(engine);
    expect(expected.length).toBe(3);
    const outboxId = await sendThread(engine, id);
    await untilState(engine, outboxId, 'sent');
    expectChain(engine, postId);
    const posts = listPosts(engine);
    const entry = await engine.entry(outboxId);
    expect(entry?.text).toBe(long);
    expect(entry?.parts).toEqual(expected.map((text, at) => ({ text, status: 'sent', xId: posts[at]?.id })));
    await engine.clock.advance(600_000);
    await engine.call('capture.pollNow', {});
    const { messages } = await engine.call('conversations.get', { id });
    const own = messages.filter(({ direction }) => direction === 'out');
    expect(own.map(({ text, agent, status }) => [text, agent, status?.kind])).toEqual(
      expected.map((text) => [text, 'Mia', 'sent']),
    );
    expect((await engine.call('outbox.list', {})).items).toHaveLength(1);
  });

  test('is refused without `thread`, and above 25 parts', async () => {
    const engine = await startTestEngine();
    const { id: conversationId } = await openConversation(engine);
    const reply = { conversationId, channel: 'public' as const };
    expect(await engine.fail('replies.send', { ...reply, text: long })).toMatchObject({
      code: 'postTooLong',
    });
    const text = long.repeat(12);
    expect(await engine.fail('replies.send', { ...reply, text, thread: true })).toMatchObject({
      code: 'postTooLong',
    });
  });

  test('is one reply while it can be taken back', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const outboxId = await sendThread(engine, id, { undoMs: 10_000 });
    const { messages } = await engine.call('conversations.get', { id });
    expect(messages.at(-1)).toMatchObject({ text: long, outboxId });
    expect((await engine.entry(outboxId))?.parts?.map(({ status }) => status)).toEqual([
      'held',
      'held',
      'held',
    ]);
    expect(await engine.call('outbox.cancel', { id: outboxId })).toMatchObject({ text: long });
  });

  test('takes its pictures with the first part', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const content = toPng(9, 9).toString('base64');
    const file = await engine.call('media.add', { name: 'a.png', content });
    const outboxId = await sendThread(engine, id, { attachments: [{ id: file.id, altText: 'A' }] });
    await untilState(engine, outboxId, 'sent');
    expect(engine.control.state().sentPosts.map(({ pictures }) => pictures)).toEqual([['A'], [], []]);
  });
});

describe('a part that fails', () => {
  test.each([0, 1, 2])(
    'is found if its response is lost, and the next one follows it (%d)',
    async (passed) => {
      const engine = await startTestEngine({ timeoutMs: 10_000 });
      const { id, postId } = await openConversation(engine);
      failPost(engine, { kind: 'reset', when: 'after' }, passed);
      const outboxId = await sendThread(engine, id);
      await untilState(engine, outboxId, 'unknown');
      await engine.clock.advance(5_000);
      await untilState(engine, outboxId, 'sent');
      expectChain(engine, postId);
    },
  );

  test('stops the rest if X refuses it, and alone is sent again', async () => {
    const engine = await startTestEngine();
    const { id, postId } = await openConversation(engine);
    failPost(engine, { kind: 'forbidden', detail: 'No' }, 1);
    const outboxId = await sendThread(engine, id);
    await untilState(engine, outboxId, 'refused');
    const entry = await engine.entry(outboxId);
    expect(entry?.parts?.map(({ status }) => status)).toEqual(['sent', 'refused', 'queued']);
    await engine.clock.advance(600_000);
    expectChain(engine, postId, expected.slice(0, 1));
    const { messages } = await engine.call('conversations.get', { id });
    expect(messages.at(-1)?.text).toBe([sentence(2), sentence(3), sentence(4), sentence(5)].join('').trim());
    await engine.call('outbox.retry', { id: outboxId });
    await untilState(engine, outboxId, 'sent');
    expectChain(engine, postId);
  });

  test('gives the rest back to the draft', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    failPost(engine, { kind: 'forbidden', detail: 'No' }, 2);
    const outboxId = await sendThread(engine, id);
    await untilState(engine, outboxId, 'refused');
    const { text } = await engine.call('outbox.dismiss', { id: outboxId });
    expect(text).toBe(`${sentence(4)}${sentence(5)}`.trim());
    expect(listPosts(engine)).toHaveLength(2);
  });

  test('is settled by what an agent saw on X', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    failPost(engine, { kind: 'late', hiddenMs: 3_600_000 }, 1);
    failPost(engine, { kind: 'reset', when: 'after', hiddenMs: 3_600_000 }, 0);
    const outboxId = await sendThread(engine, id);
    await untilState(engine, outboxId, 'unknown');
    await engine.call('outbox.settle', { id: outboxId, outcome: 'sent' });
    await untilState(engine, outboxId, 'sent');
    expect(listPosts(engine).map(({ text }) => text)).toEqual(expected);
    await engine.clock.advance(4_000_000);
    await engine.call('capture.pollNow', {});
    expect(
      (await engine.call('conversations.get', { id })).messages.filter(
        ({ direction }) => direction === 'out',
      ),
    ).toHaveLength(3);
  });
});

describe('an engine that ends in mid-thread', () => {
  test.each([0, 1, 2])('goes on with the next part (%d)', async (passed) => {
    const engine = await startTestEngine({ timeoutMs: 60_000 });
    const { id, postId } = await openConversation(engine);
    failPost(engine, { kind: 'timeout', when: 'after' }, passed);
    const outboxId = await sendThread(engine, id);
    await until('it is on the wire', () => listPosts(engine).length === passed + 1);
    await engine.restart();
    for (let n = 0; n < 40; n += 1) await engine.clock.advance(10_000);
    await untilState(engine, outboxId, 'sent');
    expectChain(engine, postId);
  });

  test('does not send again what an old copy of the store does not know', async () => {
    const engine = await startTestEngine();
    const { id, postId } = await openConversation(engine);
    const outboxId = await sendThread(engine, id, { undoMs: 5_000 });
    const { copyFileSync, rmSync } = await import('node:fs');
    const { join } = await import('node:path');
    const { STORE_FILE } = await import('#engine/store/open.ts');
    const store = join(engine.dir, STORE_FILE);
    await engine.restart({}, () => copyFileSync(store, `${store}.old`));
    await engine.clock.advance(5_000);
    for (let n = 0; n < 20; n += 1) await engine.clock.advance(10_000);
    await untilState(engine, outboxId, 'sent');
    await engine.restart({}, () => {
      for (const end of ['', '-wal', '-shm']) rmSync(`${store}${end}`, { force: true });
      copyFileSync(`${store}.old`, store);
    });
    for (let n = 0; n < 40; n += 1) await engine.clock.advance(10_000);
    await until('it is sent', async () => (await stateOf(engine, outboxId)) === 'sent');
    expectChain(engine, postId);
  });
});

test('the rest goes out although the person writes meanwhile', async () => {
  const engine = await startTestEngine({ timeoutMs: 10_000 });
  const { id, postId } = await openConversation(engine);
  failPost(engine, { kind: 'reset', when: 'after' }, 0);
  const outboxId = await sendThread(engine, id);
  await untilState(engine, outboxId, 'unknown');
  engine.control.mention({ from: 'anna', text: 'It is here!' });
  await engine.clock.advance(5_000);
  await engine.call('capture.pollNow', {});
  await untilState(engine, outboxId, 'sent');
  expectChain(engine, postId);
});

test('what is deleted on X is erased, with the parts that name it', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  const outboxId = await sendThread(engine, id);
  await untilState(engine, outboxId, 'sent');
  const [, second] = listPosts(engine);
  await engine.call('messages.delete', { id: `post-${second?.id}` });
  const entry = await engine.entry(outboxId);
  expect(JSON.stringify(entry)).not.toContain('sentence 2');
});
