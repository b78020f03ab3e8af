import { describe, expect, test } from 'vitest';
import { undoActivity } from '#engine/conversations/undoActivity.ts';
import { createCanned, deleteCanned, updateCanned } from '#engine/library/changeLibrary.ts';
import { getCannedResponse } from '#engine/library/toCannedResponse.ts';
import { deleteOldFiles } from '#engine/outbox/addFile.ts';
import { insertReplyFile } from '#engine/store/replyFiles.ts';
import { DAY_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';
import { testEngine } from '../../support/testEngine.ts';
import { attach } from '../outbox/support/attach.ts';

const texts = [{ language: null, channel: null, text: 'See the picture.' }];

describe('the pictures of a canned response', () => {
  test('are given in their order, and attached to a reply as they are', async () => {
    const engine = await startTestEngine();
    const [one, two] = [await attach(engine), await attach(engine, undefined, 'two.png')];
    const images = [{ id: two.id, altText: 'A label' }, { id: one.id }];
    const created = await engine.call('library.create', { title: 'Label', texts, images });
    expect(created.images).toEqual([{ ...two, altText: 'A label' }, one]);
    const { id: conversationId } = await openConversation(engine);
    const used = await engine.call('library.use', { id: created.id, conversationId, channel: 'public' });
    expect(used.images).toEqual(created.images);
    const attachments = used.images.map(({ id, altText }) => ({ id, altText }));
    const reply = { conversationId, channel: 'public', text: used.text, attachments, undoMs: 0 } as const;
    const { outboxId } = await engine.call('replies.send', { ...reply, cannedIds: [created.id] });
    await until('it is sent', async () => (await engine.entry(outboxId))?.state === 'sent');
    expect(engine.control.state().sentPosts.at(-1)).toMatchObject({
      text: expect.stringContaining('See the picture.'),
    });
    expect((await engine.call('library.get', { id: created.id })).uses).toBe(1);
  });

  test('must be there, and no more than X takes', async () => {
    const engine = await startTestEngine();
    const { id } = await attach(engine);
    const missing = { code: 'notFound', what: 'media', id: 'gone' };
    const create = { title: 'Label', texts };
    expect(await engine.fail('library.create', { ...create, images: [{ id: 'gone' }] })).toEqual(missing);
    const five = Array.from({ length: 5 }, () => ({ id }));
    expect(await engine.fail('library.create', { ...create, images: five })).toMatchObject({
      code: 'invalid',
    });
    const created = await engine.call('library.create', { ...create, images: [{ id }] });
    expect(await engine.fail('library.update', { id: created.id, images: [{ id: 'gone' }] })).toEqual(
      missing,
    );
    expect((await engine.call('library.update', { id: created.id, images: [] })).images).toEqual([]);
  });

  test('are kept as long as it is there, and for a day of undoing', () => {
    const { ctx, clock } = testEngine();
    const file = {
      name: 'a.png',
      type: 'image/png',
      width: 1,
      height: 1,
      content: Buffer.from('x'),
    } as const;
    for (const id of ['kept', 'loose']) insertReplyFile(ctx.db, { ...file, id }, clock.now());
    const content = { title: 'Label', shortcut: null, folder: '', texts };
    const created = createCanned(ctx, { ...content, images: [{ id: 'kept', altText: 'A' }] });
    const id = created.ok ? created.value.id : '';
    const listFiles = () => ctx.db.prepare('SELECT id FROM reply_files ORDER BY id').pluck().all();
    clock.jump(2 * DAY_MS);
    deleteOldFiles(ctx);
    expect(listFiles()).toEqual(['kept']);
    const emptied = updateCanned(ctx, id, { images: [] });
    deleteOldFiles(ctx);
    expect(listFiles()).toEqual(['kept']);
    undoActivity(ctx, (emptied.ok && emptied.value.activityId) || '');
    const deleted = deleteCanned(ctx, id);
    deleteOldFiles(ctx);
    expect(listFiles()).toEqual(['kept']);
    expect(undoActivity(ctx, deleted.ok ? deleted.value.activityId : '')).toMatchObject({ ok: true });
    expect(getCannedResponse(ctx, id)?.images).toMatchObject([{ id: 'kept', altText: 'A', bytes: 1 }]);
    deleteCanned(ctx, id);
    clock.jump(2 * DAY_MS);
    deleteOldFiles(ctx);
    expect(listFiles()).toEqual([]);
  });

  test('stay as they are while its text changes', () => {
    const { ctx, clock } = testEngine();
    const file = {
      name: 'a.png',
      type: 'image/png',
      width: 1,
      height: 1,
      content: Buffer.from('x'),
    } as const;
    insertReplyFile(ctx.db, { ...file, id: 'f1' }, clock.now());
    const images = [{ id: 'f1', altText: '' }];
    const created = createCanned(ctx, { title: 'A', shortcut: null, folder: '', texts, images });
    const id = created.ok ? created.value.id : '';
    updateCanned(ctx, id, { title: 'B' });
    expect(getCannedResponse(ctx, id)).toMatchObject({ title: 'B', images: [{ id: 'f1' }] });
  });
});
