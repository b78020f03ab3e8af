import { expect, test } from 'vitest';
import { listReplyOptions } from '#engine/outbox/listReplyOptions.ts';
import { someMessage } from '../../support/builders.ts';
import { openConversation, startTestEngine } from '../../support/startTestEngine.ts';
import { testEngine } from '../../support/testEngine.ts';

test('both channels are open for somebody who mentioned the account, each with its price', async () => {
  const engine = await startTestEngine();
  const { id, postId } = await openConversation(engine);
  expect(await engine.call('replies.options', { conversationId: id, text: 'On it' })).toEqual({
    public: {
      possible: true,
      usd: 0.01,
      openOnXUrl: `https://x.com/anna/status/${postId}`,
      privateData: [],
    },
    dm: { possible: true, usd: 0.015 },
    mentions: [{ userId: expect.any(String), handle: 'anna', name: expect.any(String), required: true }],
    languages: { customer: 'en', reply: null, differ: false },
  });
});

test('private data in a public reply is named', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  const text = 'Is 0471\u00a023\u202f45\u2011678 yours?';
  const options = await engine.call('replies.options', { conversationId: id, text });
  expect(options.public.privateData).toEqual(['phone']);
});

test('a link makes a public reply expensive', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  const text = 'See example.com/help';
  expect((await engine.call('replies.options', { conversationId: id, text })).public.usd).toBe(0.2);
});

test('somebody who only used a keyword gets no public reply, but their post opens on X', async () => {
  const { ctx, capture } = testEngine();
  const hit = someMessage({ reason: 'keyword' });
  const { opened } = await capture([hit]);
  const publicOption = () => {
    const options = listReplyOptions(ctx, { conversationId: opened[0] ?? '', text: 'Hi' });
    return options.ok ? options.value.public : null;
  };
  expect(publicOption()).toMatchObject({
    possible: false,
    error: { code: 'replyNotAllowed' },
    hindrance: { code: 'replyNotAllowed' },
    usd: 0.015,
    openOnXUrl: `https://x.com/person1/status/${hit.xId}`,
  });
  await capture([someMessage({ reason: 'quote' })]);
  expect(publicOption()).toMatchObject({ possible: true, usd: 0.01 });
});

test('somebody who wrote in private only has no post to reply to', async () => {
  const engine = await startTestEngine();
  engine.control.dm({ from: 'anna', text: 'Hello' });
  await engine.call('capture.pollNow', {});
  const { items } = await engine.call('conversations.list', { view: 'all' });
  const options = await engine.call('replies.options', { conversationId: items[0]?.id ?? '' });
  expect(options.public).toMatchObject({
    possible: false,
    error: { code: 'noPublicPost' },
    hindrance: { code: 'noPublicPost' },
    openOnXUrl: null,
  });
  expect(options.dm.possible).toBe(true);
});

test('somebody who accepts no private messages gets one only after writing first', async () => {
  const engine = await startTestEngine();
  engine.control.person({ handle: 'anna', receivesDms: false });
  const { id } = await openConversation(engine);
  const dm = async () => (await engine.call('replies.options', { conversationId: id })).dm;
  expect(await dm()).toMatchObject({
    possible: false,
    error: { code: 'dmNotAllowed' },
    hindrance: { code: 'dmNotAllowed' },
  });
  engine.control.dm({ from: 'anna', text: 'Hello' });
  await engine.call('capture.pollNow', {});
  expect((await dm()).possible).toBe(true);
});

test('an unknown conversation or message is not found', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  expect(await engine.fail('replies.options', { conversationId: 'c1' })).toMatchObject({ code: 'notFound' });
  expect(await engine.fail('replies.options', { conversationId: id, inReplyTo: 'post-1' })).toMatchObject({
    code: 'notFound',
    what: 'message',
  });
});
