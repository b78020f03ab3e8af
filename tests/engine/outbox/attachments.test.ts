import { describe, expect, test } from 'vitest';
import { toGif } from '../../support/pictures.ts';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';
import { stateOf, untilState } from '../../support/untilState.ts';
import { countAppends, largePng, listSent, sendWith } from './support/attach.ts';

describe('a reply with a picture', () => {
  test.each(['public', 'dm'] as const)('goes out with it and its alternative text (%s)', async (channel) => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const outboxId = await sendWith(engine, id, { channel });
    await untilState(engine, outboxId, 'sent');
    expect(listSent(engine)).toMatchObject([{ pictures: ['A box'] }]);
    expect((await engine.entry(outboxId))?.attachments).toMatchObject([{ name: 'box.png', width: 40 }]);
    const before = (await engine.call('conversations.get', { id })).messages.at(-1);
    expect(before).toMatchObject({ media: [], files: [{ name: 'box.png', altText: 'A box' }] });
    await engine.clock.advance(60_000);
    await engine.call('capture.pollNow', {});
    const { messages } = await engine.call('conversations.get', { id });
    const own = messages.filter(({ direction }) => direction === 'out');
    expect(own).toMatchObject([{ text: 'See', outboxId, media: [{ type: 'photo', width: 40 }] }]);
    expect(own[0]).not.toHaveProperty('files');
  });

  test('needs no text', async () => {
    const engine = await startTestEngine({ timeoutMs: 10_000 });
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'reset', when: 'after', match: { method: 'POST', path: 'tweets' } });
    const outboxId = await sendWith(engine, id, { text: '' });
    await untilState(engine, outboxId, 'unknown');
    const { conversation } = await engine.call('conversations.get', { id });
    expect(conversation.lastMessage).toMatchObject({ content: 'photo' });
    await engine.clock.advance(5_000);
    await untilState(engine, outboxId, 'sent');
    expect(listSent(engine)).toHaveLength(1);
  });

  test('brings a GIF, which X processes first', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const outboxId = await sendWith(engine, id, { file: toGif([20, 10]) });
    await until(
      'it is finished',
      () => engine.control.state().requests['POST /2/media/upload/:id/finalize'] === 1,
    );
    for (let n = 0; n < 4; n += 1) await engine.clock.advance(1_000);
    await untilState(engine, outboxId, 'sent');
    expect(listSent(engine)).toHaveLength(1);
  });

  test('tells how far the upload is', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    const outboxId = await sendWith(engine, id, { file: largePng });
    await untilState(engine, outboxId, 'sent');
    const totalBytes = largePng.length;
    const progress = engine.events.flatMap(({ name, params }) =>
      name === 'outbox.uploading' ? [params] : [],
    );
    expect(progress.map(({ sentBytes }) => sentBytes)).toEqual([0, 524_288, 1_048_576, totalBytes]);
    expect(progress[0]).toMatchObject({ id: outboxId, conversationId: id, totalBytes });
  });
});

describe('an upload that is interrupted', () => {
  test.each(['reset', 'timeout', 'serverError'] as const)('goes on where it was (%s)', async (kind) => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'slow', delayMs: 0, match: { path: 'append' } });
    engine.control.addFault({ kind, match: { path: 'append' } });
    const outboxId = await sendWith(engine, id, { file: largePng });
    await until('it waits', async () => (await engine.entry(outboxId))?.error !== undefined);
    expect(listSent(engine)).toHaveLength(0);
    await engine.clock.advance(60_000);
    await untilState(engine, outboxId, 'sent');
    expect(countAppends(engine)).toBe(4);
    expect(engine.control.state().requests['POST /2/media/upload/initialize']).toBe(1);
    expect(listSent(engine)).toHaveLength(1);
  });

  test('goes on after a restart, and begins anew if X has forgotten it', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'slow', delayMs: 0, match: { path: 'append' } });
    engine.control.addFault({ kind: 'reset', match: { path: 'append' } });
    const outboxId = await sendWith(engine, id, { file: largePng });
    await until('it waits', async () => (await engine.entry(outboxId))?.error !== undefined);
    await engine.restart({}, () => engine.clock.jump(86_400_000));
    await engine.clock.advance(200_000);
    await until('it was stopped or sent', async () => (await stateOf(engine, outboxId)) !== 'queued');
    await engine.call('outbox.confirm', { id: outboxId }).catch(() => null);
    await untilState(engine, outboxId, 'sent');
    expect(engine.control.state().requests['POST /2/media/upload/initialize']).toBe(2);
    expect(listSent(engine)).toMatchObject([{ pictures: ['A box'] }]);
  });

  test('ends when the reply is taken back, whose picture becomes the draft again', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'slow', delayMs: 200, match: { path: 'append' } });
    const outboxId = await sendWith(engine, id, { file: largePng });
    await until('it has begun', () => countAppends(engine) === 1);
    const returned = await engine.call('outbox.cancel', { id: outboxId });
    expect(returned).toMatchObject({ text: 'See', attachments: [{ altText: 'A box' }] });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(countAppends(engine)).toBe(1);
    expect(listSent(engine)).toHaveLength(0);
    const { items } = await engine.call('drafts.list', { conversationId: id });
    expect(items).toMatchObject([{ text: 'See', attachments: [{ name: 'box.png' }] }]);
  });

  test('is cancelled and sent again at once, and X gets one reply', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'slow', delayMs: 200, match: { path: 'append' } });
    const outboxId = await sendWith(engine, id, { file: largePng });
    await until('it has begun', () => countAppends(engine) === 1);
    const { attachments = [] } = await engine.call('outbox.cancel', { id: outboxId });
    const reply = { conversationId: id, channel: 'public', text: 'See again', undoMs: 0 } as const;
    const again = await engine.call('replies.send', {
      ...reply,
      attachments: attachments.map(({ id: file, altText }) => ({ id: file, altText })),
    });
    await untilState(engine, again.outboxId, 'sent');
    expect(listSent(engine)).toMatchObject([{ text: '@anna See again', pictures: ['A box'] }]);
  });

  test('changes nothing if it fails after the reply was taken back', async () => {
    const engine = await startTestEngine({ timeoutMs: 400 });
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'timeout', match: { path: 'append' } });
    const outboxId = await sendWith(engine, id, { file: largePng });
    await until('it has begun', () => countAppends(engine) === 1);
    await engine.call('outbox.cancel', { id: outboxId });
    // The engine stops once all attempts under way have ended.
    await engine.restart();
    await engine.clock.advance(60_000);
    expect(await engine.entry(outboxId)).toBeUndefined();
    expect(countAppends(engine)).toBe(1);
    expect(listSent(engine)).toHaveLength(0);
  });

  test('stops the reply if its conversation changes meanwhile', async () => {
    const engine = await startTestEngine({ timeoutMs: 2_000 });
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'slow', delayMs: 300, match: { path: 'append' } });
    const outboxId = await sendWith(engine, id, { file: largePng });
    engine.control.mention({ from: 'anna', text: 'It is here!' });
    await engine.call('capture.pollNow', {});
    await until('it is stopped', async () => (await engine.entry(outboxId))?.status.kind === 'stopped');
    expect(listSent(engine)).toHaveLength(0);
  });
});

describe('a picture that X has had before', () => {
  test.each(['public', 'dm'] as const)(
    'is not uploaded again, and the reply is found if its response is lost (%s)',
    async (channel) => {
      const engine = await startTestEngine({ timeoutMs: 10_000 });
      const { id } = await openConversation(engine);
      const path = channel === 'dm' ? 'messages$' : 'tweets$';
      engine.control.addFault({ kind: 'reset', when: 'after', match: { method: 'POST', path } });
      const outboxId = await sendWith(engine, id, { channel });
      await untilState(engine, outboxId, 'unknown');
      await engine.clock.advance(5_000);
      await untilState(engine, outboxId, 'sent');
      await engine.clock.advance(600_000);
      expect(listSent(engine)).toHaveLength(1);
      expect(countAppends(engine)).toBe(1);
    },
  );

  test('is uploaded again once X has forgotten it', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'forbidden', detail: 'No', match: { path: 'tweets$' } });
    const outboxId = await sendWith(engine, id);
    await untilState(engine, outboxId, 'refused');
    await engine.clock.advance(86_400_000);
    await engine.call('outbox.retry', { id: outboxId });
    await untilState(engine, outboxId, 'sent');
    expect(countAppends(engine)).toBe(2);
    expect(listSent(engine)).toHaveLength(1);
  });

  test('is uploaded again if X refuses what it had', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'forbidden', detail: 'No', match: { path: 'tweets$' } });
    const outboxId = await sendWith(engine, id);
    await untilState(engine, outboxId, 'refused');
    const detail = 'Your media IDs are invalid.';
    engine.control.addFault({ kind: 'forbidden', detail, match: { path: 'tweets$' } });
    await engine.call('outbox.retry', { id: outboxId });
    await until('it waits', async () => (await engine.entry(outboxId))?.error?.code === 'refusedByX');
    await engine.clock.advance(10_000);
    await untilState(engine, outboxId, 'sent');
    expect(countAppends(engine)).toBe(2);
    expect(listSent(engine)).toHaveLength(1);
  });

  test('is uploaded again for the other channel', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'forbidden', detail: 'No', match: { path: 'tweets$' } });
    const outboxId = await sendWith(engine, id);
    await untilState(engine, outboxId, 'refused');
    const { attachments = [] } = await engine.call('outbox.dismiss', { id: outboxId });
    const [file] = attachments;
    const reply = {
      conversationId: id,
      channel: 'dm' as const,
      text: 'See',
      attachments: [{ id: file?.id ?? '', altText: 'A blue box' }],
      undoMs: 0,
    };
    await untilState(engine, (await engine.call('replies.send', reply)).outboxId, 'sent');
    expect(engine.control.state().sentDms).toMatchObject([{ pictures: ['A blue box'] }]);
  });
});

describe('what X refuses', () => {
  test('is a picture that it cannot process; the draft can have it back', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.control.failUploads();
    const outboxId = await sendWith(engine, id);
    await untilState(engine, outboxId, 'refused');
    const error = { code: 'fileRefused', name: 'box.png', detail: 'Unsupported file format' };
    expect(await engine.entry(outboxId)).toMatchObject({ error });
    expect(listSent(engine)).toHaveLength(0);
    await engine.call('outbox.retry', { id: outboxId });
    await untilState(engine, outboxId, 'sent');
    expect(listSent(engine)).toHaveLength(1);
  });

  test('is a login without the permission', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    engine.control.addFault({ kind: 'forbidden', detail: 'Forbidden', match: { path: 'initialize' } });
    const outboxId = await sendWith(engine, id);
    await untilState(engine, outboxId, 'refused');
    const error = { code: 'permissionMissing', scope: 'media.write' };
    expect(await engine.entry(outboxId)).toMatchObject({ error });
  });
});
