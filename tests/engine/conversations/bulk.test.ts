import { describe, expect, test } from 'vitest';
import type { BulkChange } from '#shared/domain/bulkChange.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

const names = ['anna', 'bram', 'carl'] as const;

/** Conversations with three people, with the message that their rows show. */
async function withThree() {
  const engine = await startTestEngine();
  for (const name of names) await openConversation(engine, name);
  const conversations = (await rows(engine)).map(({ id, lastMessage }) => ({
    id,
    seenThrough: lastMessage.id,
  }));
  const ids = conversations.map(({ id }) => id);
  const change = (how: BulkChange) => engine.call('bulk.change', { conversations, change: how });
  engine.events.length = 0;
  return { engine, conversations, ids, change };
}

const rows = async (engine: TestEngine) =>
  (await engine.call('conversations.list', { view: 'all' })).items.toSorted((a, b) => (a.id < b.id ? -1 : 1));

async function writeAgain(engine: TestEngine, from: string) {
  await engine.clock.advance(MINUTE_MS);
  engine.control.mention({ from, text: 'Hello?' });
  await engine.call('capture.pollNow', {});
  engine.events.length = 0;
}

const activitiesOf = async (engine: TestEngine, id: string) =>
  (await engine.call('conversations.get', { id })).activities;

const resolved = { type: 'status', status: 'resolved' } as const;

describe('a bulk change', () => {
  const changes = (now: number) =>
    [
      [resolved, { status: 'resolved' }],
      [{ type: 'status', status: 'pending' }, { status: 'pending' }],
      [{ type: 'assign', agent: 'Kim' }, { agent: 'Kim' }],
      [{ type: 'priority', priority: 'urgent' }, { priority: 'urgent' }],
      [{ type: 'snooze', until: now + HOUR_MS }, { snoozedUntil: now + HOUR_MS }],
      [{ type: 'read' }, { unread: 0 }],
    ] as const;

  test('makes one change, with an activity each and one event, and is undone at once', async () => {
    const { engine, ids, change } = await withThree();
    const before = await rows(engine);
    for (const [how, expected] of changes(engine.clock.now())) {
      const done = await change(how);
      expect(done, how.type).toMatchObject({ changed: ids, left: [] });
      expect(await rows(engine), how.type).toMatchObject(ids.map(() => expected));
      expect(engine.events).toEqual([{ name: 'conversations.changed', params: { ids } }]);
      engine.events.length = 0;
      const undone = await engine.call('bulk.undo', { id: done.id ?? '' });
      expect({ ...undone, undone: undone.undone.toSorted() }).toEqual({ undone: ids, left: [] });
      expect(await rows(engine), how.type).toEqual(before);
      expect(engine.events).toHaveLength(1);
      engine.events.length = 0;
    }
    for (const id of ids) expect((await activitiesOf(engine, id)).map(({ kind }) => kind)).toEqual(kinds);
  });

  const kinds = [
    'conversationOpened',
    ...['statusSet', 'statusSet', 'assigned', 'prioritySet', 'snoozed', 'markedRead'].flatMap((kind) => [
      kind,
      'undone',
    ]),
  ];

  test('leaves out and names what was written since, and what there is not', async () => {
    const { engine, conversations, ids } = await withThree();
    await writeAgain(engine, 'bram');
    const done = await engine.call('bulk.change', {
      conversations: [...conversations, { id: 'c404' }],
      change: resolved,
    });
    expect(done).toMatchObject({
      changed: [ids[0], ids[2]],
      left: [
        { id: ids[1], code: 'unseenMessages' },
        { id: 'c404', code: 'notFound' },
      ],
    });
    expect(await rows(engine)).toMatchObject([
      { status: 'resolved' },
      { status: 'new', unread: 2 },
      { status: 'resolved' },
    ]);
    expect(engine.events).toEqual([{ name: 'conversations.changed', params: { ids: done.changed } }]);
  });

  test('marks as read only what was shown', async () => {
    const { engine, change } = await withThree();
    await writeAgain(engine, 'bram');
    await change({ type: 'read' });
    expect((await rows(engine)).map(({ unread }) => unread)).toEqual([0, 1, 0]);
  });

  test('has no id where nothing changes, and changes a conversation that is named twice once', async () => {
    const { engine, conversations, ids, change } = await withThree();
    const twice = await engine.call('bulk.change', {
      conversations: [...conversations, ...conversations],
      change: resolved,
    });
    expect(twice.changed).toEqual(ids);
    expect(await change(resolved)).toEqual({ changed: [], left: [] });
  });

  test('is refused as a whole beyond 1,000 conversations, and for a time that is over', async () => {
    const { engine, conversations } = await withThree();
    const many = Array.from({ length: 1_001 }, (_, n) => ({ id: `c${n}` }));
    expect(await engine.fail('bulk.change', { conversations: many, change: resolved })).toMatchObject({
      code: 'invalid',
      path: 'conversations',
    });
    const change = { type: 'snooze', until: engine.clock.now() } as const;
    expect(await engine.fail('bulk.change', { conversations, change })).toMatchObject({ path: 'until' });
  });
});

test('puts a tag on many and takes it off, each undone at once; an unknown tag changes nothing', async () => {
  const { engine, ids, change } = await withThree();
  const { id: vip } = await engine.call('tags.create', { name: 'VIP' });
  await engine.call('conversations.tag', { id: ids[0] ?? '', add: [vip] });
  engine.events.length = 0;
  const done = await change({ type: 'tag', tag: vip, on: true });
  expect(done).toMatchObject({ changed: ids.slice(1), left: [] });
  expect((await rows(engine)).map(({ tags }) => tags)).toEqual([[vip], [vip], [vip]]);
  expect(engine.events.map(({ name }) => name)).toEqual(['conversations.changed', 'tags.changed']);
  await engine.call('bulk.undo', { id: done.id ?? '' });
  expect((await rows(engine)).map(({ tags }) => tags)).toEqual([[vip], [], []]);

  const removed = await change({ type: 'tag', tag: vip, on: false });
  expect(removed.changed).toEqual(ids.slice(0, 1));
  expect(await change({ type: 'tag', tag: vip, on: false })).toEqual({ changed: [], left: [] });
  const unknown = {
    conversations: ids.map((id) => ({ id })),
    change: { type: 'tag', tag: 't404', on: true },
  } as const;
  expect(await engine.fail('bulk.change', unknown)).toEqual({ code: 'notFound', what: 'tag', id: 't404' });
});

describe('undoing it', () => {
  test('leaves and names what was changed since, what would hide a message, and what was undone', async () => {
    const { engine, ids, change } = await withThree();
    const [anna = '', bram = '', carl = ''] = ids;
    await change({ type: 'snooze', until: engine.clock.now() + DAY_MS });
    const woken = await change({ type: 'snooze', until: null });
    await writeAgain(engine, 'anna');
    await engine.call('conversations.snooze', { id: bram, until: engine.clock.now() + HOUR_MS });
    const undone = await engine.call('bulk.undo', { id: woken.id ?? '' });
    expect(undone.undone).toEqual([carl]);
    expect(undone.left.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: anna, code: 'newMessage' },
      { id: bram, code: 'changedSince' },
    ]);
    const again = await engine.call('bulk.undo', { id: woken.id ?? '' });
    expect(again.left).toContainEqual({ id: carl, code: 'alreadyUndone' });
  });

  test('fails for an id that is none', async () => {
    const { engine } = await withThree();
    expect(await engine.fail('bulk.undo', { id: 'b404' })).toEqual({
      code: 'notFound',
      what: 'activity',
      id: 'b404',
    });
  });
});

test('lists the open conversations that nothing happened in since a time, as a bulk change takes them', async () => {
  const { engine, conversations, ids } = await withThree();
  await engine.clock.advance(2 * HOUR_MS);
  await writeAgain(engine, 'carl');
  await engine.call('conversations.setStatus', { id: ids[0] ?? '', status: 'resolved' });
  const older = await engine.call('bulk.listOlder', { before: engine.clock.now() - HOUR_MS });
  expect(older).toEqual({ conversations: [conversations[1]], total: 1 });
});
