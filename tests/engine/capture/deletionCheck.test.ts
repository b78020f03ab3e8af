import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

const read = (engine: TestEngine, id: string) => engine.call('conversations.get', { id });
const find = async (engine: TestEngine, text: string) =>
  (await engine.call('search.messages', { text })).items;
const countLookups = (engine: TestEngine) => engine.control.state().requests['GET /2/tweets'] ?? 0;

describe('a post that its author deleted', () => {
  test('becomes a tombstone within a day: its text is gone everywhere, and its author waits no more', async () => {
    const engine = await startTestEngine();
    const { id, postId } = await openConversation(engine, 'anna', 'My number is marzipan');
    engine.clock.jump(HOUR_MS);
    engine.control.deletePost({ id: postId });
    await engine.call('capture.pollNow', {});
    expect((await read(engine, id)).messages[0]?.deletedAt).toBeNull();
    engine.clock.jump(22 * HOUR_MS);
    await engine.call('capture.pollNow', {});
    const { conversation, messages, activities } = await read(engine, id);
    expect(messages).toMatchObject([{ text: '', deletedAt: engine.clock.now(), links: [], media: [] }]);
    expect(conversation).toMatchObject({ waitingSince: null, lastMessage: { text: '' } });
    expect(activities.at(-1)).toMatchObject({ kind: 'messageDeleted', agent: null });
    expect(await find(engine, 'marzipan')).toEqual([]);
    expect(engine.events).toContainEqual({ name: 'conversations.changed', params: { ids: [id] } });
  });

  test('stays a tombstone even if a list shows it again', async () => {
    const engine = await startTestEngine();
    const { id, postId } = await openConversation(engine, 'anna', 'My number is marzipan');
    engine.control.deletePost({ id: postId });
    engine.clock.jump(23 * HOUR_MS);
    await engine.call('capture.pollNow', {});
    await engine.call('capture.pollNow', {});
    expect((await read(engine, id)).messages).toMatchObject([{ text: '' }]);
    expect((await read(engine, id)).activities.filter(({ kind }) => kind === 'messageDeleted')).toHaveLength(
      1,
    );
  });
});

describe('the text of a deleted post', () => {
  test('is in no file of the workspace any more, nor are its earlier wordings', async () => {
    const engine = await startTestEngine();
    for (let n = 0; n < 400; n += 1)
      engine.control.mention({ from: `someone${n}`, text: `Number ${n} is ${'late '.repeat(20)}` });
    const { postId } = await openConversation(engine, 'anna', `My code is qzmarzipan ${'now '.repeat(50)}`);
    engine.control.editPost({ id: postId, text: 'My code is qznougat' });
    engine.clock.jump(22 * HOUR_MS);
    await engine.call('capture.pollNow', {});
    expect(filesWith(engine, /qzmarzipan|qznougat/)).not.toEqual([]);
    engine.control.deletePost({ id: postId });
    engine.clock.jump(22 * HOUR_MS);
    await engine.call('capture.pollNow', {});
    await engine.call('capture.pollNow', {});
    expect(filesWith(engine, /qzmarzipan|qznougat/)).toEqual([]);
    expect(await find(engine, 'late')).not.toEqual([]);
  });
});

const filesWith = ({ dir }: TestEngine, words: RegExp) =>
  readdirSync(dir).filter((name) => words.test(readFileSync(join(dir, name), 'latin1')));

describe('deletion checks', () => {
  test('look each post up once a day', async () => {
    const engine = await startTestEngine();
    await openConversation(engine);
    for (let hour = 0; hour < 72; hour += 6) {
      engine.clock.jump(6 * HOUR_MS);
      await engine.call('capture.pollNow', {});
    }
    expect(countLookups(engine)).toBe(3);
  });

  test('end when a post of a resolved conversation is a month old', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    await engine.call('conversations.setStatus', { id, status: 'resolved' });
    engine.clock.jump(29 * 24 * HOUR_MS);
    await engine.call('capture.pollNow', {});
    expect(countLookups(engine)).toBe(1);
    engine.clock.jump(2 * 24 * HOUR_MS);
    await engine.call('capture.pollNow', {});
    expect(countLookups(engine)).toBe(1);
    await engine.call('conversations.setStatus', { id, status: 'open' });
    await engine.call('capture.pollNow', {});
    expect(countLookups(engine)).toBe(2);
  });

  test('notice an edit that no list showed, and keep the earlier wording', async () => {
    const engine = await startTestEngine();
    const { id, postId } = await openConversation(engine, 'anna', 'Where is marzipan?');
    engine.clock.jump(HOUR_MS);
    const edited = engine.control.editPost({ id: postId, text: 'Where is nougat?' });
    engine.clock.jump(22 * HOUR_MS);
    await engine.call('capture.pollNow', {});
    const [message] = (await read(engine, id)).messages;
    expect(message).toMatchObject({ text: 'Where is nougat?', xId: edited.id });
    expect(message?.earlier).toMatchObject([{ text: expect.stringContaining('marzipan') }]);
    expect(message?.earlier[0]?.at).toBe(message?.at);
    engine.control.deletePost({ id: edited.id });
    engine.clock.jump(23 * HOUR_MS);
    await engine.call('capture.pollNow', {});
    expect((await read(engine, id)).messages).toMatchObject([{ text: '', earlier: [] }]);
  });
});
