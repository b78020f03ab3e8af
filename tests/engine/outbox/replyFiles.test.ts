import { describe, expect, test } from 'vitest';
import type { Channel } from '#shared/domain/reply.ts';
import { ALT_TEXT_LIMIT } from '#shared/domain/replyFile.ts';
import { toGif, toPng } from '../../support/pictures.ts';
import { openConversation, startTestEngine } from '../../support/startTestEngine.ts';
import { attach, png } from './support/attach.ts';

describe('before anything is sent', () => {
  test.each([
    [
      'a video',
      Buffer.from('\0\0\0\x14ftypisom\0\0\x02\0mp41'),
      { code: 'fileTypeNotSupported', type: 'video/mp4' },
    ],
    ['a text', Buffer.from('no picture'), { code: 'fileTypeNotSupported', type: null }],
    ['a picture of too many pixels', toPng(9_000, 9_000), { code: 'pictureNotReadable' }],
    [
      'a picture that is too large',
      Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]),
      { code: 'fileTooLarge' },
    ],
    [
      'an animated GIF of too many frames',
      toGif([9, 9], [9, 9], 351),
      { code: 'gifTooLarge', frames: 351, width: 9, height: 9 },
    ],
    [
      'an animated GIF that is too wide',
      toGif([1_281, 9], [1_281, 9], 2),
      { code: 'gifTooLarge', frames: 2 },
    ],
    [
      'an animated GIF of too many pixels in all',
      toGif([1_000, 1_000], [9, 9], 301),
      { code: 'gifTooLarge' },
    ],
  ])('refuses %s', async (_, file, error) => {
    const engine = await startTestEngine();
    const name = 'file';
    const parts = [file.subarray(0, 2_900_000), file.subarray(2_900_000)];
    let id: string | undefined;
    const first = { name, content: parts[0]?.toString('base64') ?? '' };
    if (parts[1]?.length) ({ id } = await engine.call('media.append', first));
    const content = id === undefined ? first.content : (parts[1]?.toString('base64') ?? '');
    expect(await engine.fail('media.add', { name, content, id })).toMatchObject({ name, ...error });
  });

  test.each([
    ['as many frames as X takes', toGif([925, 925], [9, 9], 350)],
    ['a portrait as long as a landscape may be wide', toGif([1_080, 1_280], [9, 9], 2)],
    ['one frame, however large', toGif([4_000, 3_000])],
  ])('takes a GIF of %s', async (_, file) => {
    const engine = await startTestEngine();
    expect(await attach(engine, file)).toMatchObject({ type: 'image/gif' });
  });

  test('refuses what no picture may have: more than 15 MB', async () => {
    const engine = await startTestEngine();
    const content = Buffer.alloc(2_900_000).toString('base64');
    let id: string | undefined;
    for (let n = 0; n < 5; n += 1) ({ id } = await engine.call('media.append', { name: 'a', content, id }));
    const error = { code: 'fileTooLarge', limit: 15_728_640 };
    expect(await engine.fail('media.append', { name: 'a', content, id })).toMatchObject(error);
  });

  test('refuses too many pictures, unknown ones and too long a description', async () => {
    const engine = await startTestEngine();
    const { id: conversationId } = await openConversation(engine);
    const ids = await Promise.all([1, 2, 3, 4, 5].map(async () => ({ id: (await attach(engine)).id })));
    const gif = await attach(engine, toGif([9, 9]));
    const fail = (channel: Channel, attachments: readonly { id: string; altText?: string }[]) =>
      engine.fail('replies.send', { conversationId, channel, text: 'See', attachments: [...attachments] });
    expect(await fail('public', ids)).toMatchObject({ code: 'tooManyFiles', limit: 4 });
    expect(await fail('dm', ids.slice(0, 2))).toMatchObject({ code: 'tooManyFiles', limit: 1 });
    expect(
      await fail(
        'public',
        [gif, ...ids.slice(0, 1)].map(({ id }) => ({ id })),
      ),
    ).toMatchObject({
      code: 'tooManyFiles',
      limit: 1,
      hasGif: true,
    });
    expect(await fail('public', [{ id: 'none' }])).toEqual({ code: 'notFound', what: 'media', id: 'none' });
    const altText = 'x'.repeat(ALT_TEXT_LIMIT + 1);
    expect(await fail('public', [{ id: ids[0]?.id ?? '', altText }])).toMatchObject({ code: 'invalid' });
  });
});

describe('pictures of drafts', () => {
  test('survive a restart, and go when they are sent or removed', async () => {
    const engine = await startTestEngine();
    const { id: conversationId } = await openConversation(engine);
    const { id } = await attach(engine);
    const draft = { conversationId, channel: 'public' as const, text: '' };
    await engine.call('drafts.save', { ...draft, attachments: [{ id, altText: 'A box' }] });
    await engine.restart();
    const list = async () => (await engine.call('drafts.list', { conversationId })).items;
    expect(await list()).toMatchObject([
      { text: '', attachments: [{ id, altText: 'A box', bytes: png.length }] },
    ]);
    await engine.call('drafts.save', { ...draft, text: 'Here' });
    expect(await list()).toMatchObject([{ text: 'Here', attachments: [{ id }] }]);
    const { content, type } = await engine.call('media.read', { id });
    expect([Buffer.from(content, 'base64'), type]).toEqual([png, 'image/png']);
    await engine.call('drafts.save', { ...draft, attachments: [] });
    expect(await list()).toEqual([]);
  });

  test('are deleted a day later if nothing needs them', async () => {
    const engine = await startTestEngine();
    const { id: conversationId } = await openConversation(engine);
    const [kept, left] = [await attach(engine), await attach(engine)];
    const attachments = [{ id: kept.id }];
    await engine.call('drafts.save', { conversationId, channel: 'dm', text: '', attachments });
    await engine.clock.advance(26 * 3_600_000);
    expect(await engine.fail('media.read', { id: left.id })).toMatchObject({ code: 'notFound' });
    expect(await engine.call('media.read', { id: kept.id })).toMatchObject({ type: 'image/png' });
  });
});
