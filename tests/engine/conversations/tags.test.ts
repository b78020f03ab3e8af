import { describe, expect, test } from 'vitest';
import { TagColour } from '#shared/domain/tag.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

async function begin() {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  const create = async (name: string) => (await engine.call('tags.create', { name })).id;
  const tag = async (add: readonly string[], remove: readonly string[] = []) =>
    (await engine.call('conversations.tag', { id, add: [...add], remove: [...remove] })).activityId;
  const undo = (activityId: string | undefined) => engine.call('activities.undo', { id: activityId ?? '-' });
  return { engine, id, create, tag, undo };
}

/** The tags of the one conversation, as its row in a list has them. */
async function tagsOf(engine: TestEngine): Promise<string[]> {
  const { items } = await engine.call('conversations.list', { view: 'all' });
  return items[0]?.tags.toSorted() ?? [];
}

async function lastActivity(engine: TestEngine, id: string) {
  return (await engine.call('conversations.get', { id })).activities.at(-1);
}

describe('tags', () => {
  test('are listed by name, with colours that differ as long as there are any', async () => {
    const { engine, create } = await begin();
    const names = [...'hgfedcba'];
    for (const name of names) await create(name);
    const { items } = await engine.call('tags.list', {});
    expect(items.map(({ name }) => name)).toEqual(names.toReversed());
    expect(items.map(({ colour }) => colour).toSorted()).toEqual(TagColour.options.toSorted());
    expect(engine.events.filter(({ name }) => name === 'tags.changed')).toHaveLength(8);
  });

  test.each([
    ['Urgent', 'ÜRGENT'],
    ['Große Bestellung', 'grosse bestellung'],
    ['Café', 'cafe'],
    ['VIP', 'ＶＩＰ'],
    ['vip', '  vip  '],
    ['🚚', '🚚'],
    ['شحن', 'شَحن'],
    ['!!', '!!'],
  ])('%s is the same as %s', async (first, second) => {
    const { engine, create } = await begin();
    const id = await create(first);
    const taken = { code: 'tagNameTaken', name: first, id };
    expect(await engine.fail('tags.create', { name: second })).toEqual(taken);
    const other = await create('Other');
    expect(await engine.fail('tags.update', { id: other, name: second })).toEqual(taken);
    expect(await engine.call('tags.update', { id, name: second.trim() })).toMatchObject({ id });
  });

  test.each([
    ['nothing', ' \n '],
    ['500 letters', 'x'.repeat(500)],
    ['only invisible characters', '\u200b\u2060\u202e'],
  ])('a name of %s is refused', async (_, name) => {
    const { engine } = await begin();
    expect(await engine.fail('tags.create', { name })).toMatchObject({ code: 'invalid', path: 'name' });
    expect((await engine.call('tags.list', {})).items).toEqual([]);
  });

  test('a name keeps what can be seen, on one line', async () => {
    const { engine } = await begin();
    const tag = await engine.call('tags.create', { name: "  שלום\n<b>';DROP TABLE tags;--</b>\t👩‍👩‍👧 " });
    expect(tag.name).toBe("שלום <b>';DROP TABLE tags;--</b> 👩‍👩‍👧");
    expect((await engine.call('tags.list', {})).items).toEqual([tag]);
  });

  test('two creations of one name at once make one tag', async () => {
    const { engine } = await begin();
    const made = await Promise.all(
      ['Refund', 'refund'].map((name) => engine.engine.handle('tags.create', { name })),
    );
    expect(made.map(({ ok }) => ok)).toEqual([true, false]);
  });

  test('a new name or colour is everywhere; what stays the same is no change', async () => {
    const { engine, create, tag } = await begin();
    const id = await create('Refund');
    await tag([id]);
    engine.events.length = 0;
    const changed = await engine.call('tags.update', { id, name: 'Money back', colour: 'pink' });
    expect(changed).toEqual({ id, name: 'Money back', colour: 'pink', conversations: 1 });
    expect((await engine.call('tags.list', {})).items).toEqual([changed]);
    expect(await tagsOf(engine)).toEqual([id]);
    expect(engine.events).toEqual([{ name: 'tags.changed', params: {} }]);
    expect(await engine.fail('tags.update', { id: 'x', name: 'y' })).toEqual({
      code: 'notFound',
      what: 'tag',
      id: 'x',
    });
  });

  test('a deleted one says how many conversations carried it, and leaves them', async () => {
    const { engine, id, create, tag } = await begin();
    const [refund = '', vip = ''] = [await create('Refund'), await create('VIP')];
    await tag([refund, vip]);
    expect(await engine.call('tags.delete', { id: refund })).toEqual({ conversations: 1 });
    expect(await tagsOf(engine)).toEqual([vip]);
    expect(await engine.fail('tags.delete', { id: refund })).toMatchObject({ code: 'notFound', what: 'tag' });
    expect(await engine.fail('conversations.tag', { id, add: [refund] })).toMatchObject({ what: 'tag' });
    expect(await engine.call('conversations.tag', { id, remove: [refund] })).toEqual({});
    expect(await create('refund')).not.toBe(refund);
  });
});

describe('tagging a conversation', () => {
  test('adds and removes at once, as one activity with the names', async () => {
    const { engine, id, create, tag } = await begin();
    const [a = '', b = '', c = ''] = [await create('A'), await create('B'), await create('C')];
    await tag([a, b, a]);
    engine.events.length = 0;
    const activityId = await tag([c, b], [a, b]);
    expect(await tagsOf(engine)).toEqual([b, c].toSorted());
    expect(await lastActivity(engine, id)).toMatchObject({
      id: activityId,
      kind: 'tagged',
      facts: { added: ['C'], removed: ['A'] },
    });
    expect(engine.events).toEqual([
      { name: 'conversations.changed', params: { ids: [id] } },
      { name: 'tags.changed', params: {} },
    ]);
    await tag([], [b]);
    expect(await lastActivity(engine, id)).toMatchObject({ kind: 'untagged', facts: { removed: ['B'] } });
  });

  test('is nothing where the conversation has them already', async () => {
    const { engine, create, tag } = await begin();
    const a = await create('A');
    await tag([a]);
    engine.events.length = 0;
    expect(await tag([a], ['unknown'])).toBeUndefined();
    expect(engine.events).toEqual([]);
  });

  test('of an unknown conversation fails, and one unknown tag changes nothing', async () => {
    const { engine, id, create } = await begin();
    const a = await create('A');
    expect(await engine.fail('conversations.tag', { id: 'c1', add: [a] })).toMatchObject({
      what: 'conversation',
    });
    expect(await engine.fail('conversations.tag', { id, add: [a, 'x'] })).toMatchObject({ id: 'x' });
    expect(await tagsOf(engine)).toEqual([]);
  });

  test('is undone as a whole, once', async () => {
    const { engine, id, create, tag, undo } = await begin();
    const [a = '', b = ''] = [await create('A'), await create('B')];
    await tag([a]);
    const activityId = await tag([b], [a]);
    engine.events.length = 0;
    expect((await undo(activityId)).conversationId).toBe(id);
    expect(await tagsOf(engine)).toEqual([a]);
    expect(engine.events.map(({ name }) => name)).toEqual(['conversations.changed', 'tags.changed']);
    expect(await engine.fail('activities.undo', { id: activityId ?? '' })).toMatchObject({
      reason: 'alreadyUndone',
    });
  });

  test('cannot be undone once the same tags were changed again, or a removed one was deleted', async () => {
    const { engine, create, tag } = await begin();
    const [a = '', b = ''] = [await create('A'), await create('B')];
    const added = await tag([a, b]);
    const removed = await tag([], [b]);
    expect(await engine.fail('activities.undo', { id: added ?? '' })).toMatchObject({
      reason: 'changedSince',
    });
    await engine.call('tags.delete', { id: b });
    expect(await engine.fail('activities.undo', { id: removed ?? '' })).toMatchObject({
      reason: 'changedSince',
    });
    expect(await tagsOf(engine)).toEqual([a]);
  });

  test('survives a restart', async () => {
    const { engine, create, tag } = await begin();
    const a = await create('A');
    await tag([a]);
    await engine.restart();
    expect(await tagsOf(engine)).toEqual([a]);
  });
});
