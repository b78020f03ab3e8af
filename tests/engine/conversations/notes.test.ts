import { describe, expect, test } from 'vitest';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

async function begin() {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  const add = (text: string, agent?: string) =>
    engine.call('notes.add', { conversationId: id, text, ...(agent ? { agent } : {}) });
  const undo = (activityId: string | undefined) => engine.call('activities.undo', { id: activityId ?? '-' });
  const refusal = (activityId: string | undefined) =>
    engine.fail('activities.undo', { id: activityId ?? '-' });
  const notes = async () => (await engine.call('conversations.get', { id })).notes ?? [];
  const texts = async () => (await notes()).map(({ text }) => text);
  const row = async () => (await engine.call('conversations.list', { view: 'all' })).items[0];
  engine.events.length = 0;
  return { engine, id, add, undo, refusal, notes, texts, row };
}

const named = (engine: TestEngine, name: string) => engine.events.filter((event) => event.name === name);

describe('a note', () => {
  test('stands beside the messages, with who wrote it and when, and never goes to X', async () => {
    const { engine, id, add, notes } = await begin();
    await engine.clock.advance(1_000);
    const added = await add('<script>alert(1)</script>\u202e\nShe is a regular.');
    expect(await notes()).toEqual([
      {
        id: added.id,
        conversationId: id,
        agent: 'Mia',
        text: '<script>alert(1)</script>\u202e\nShe is a regular.',
        mentions: [],
        createdAt: engine.clock.now(),
        editedAt: null,
      },
    ]);
    expect((await engine.call('outbox.list', {})).items).toEqual([]);
    await engine.clock.advance(120_000);
    const { sentPosts, sentDms } = engine.control.state();
    expect([...sentPosts, ...sentDms]).toEqual([]);
    expect(named(engine, 'notes.changed')).toEqual([
      { name: 'notes.changed', params: { id: added.id, conversationId: id } },
    ]);
  });

  test.each([
    ['nothing', ' \n'],
    ['too much', 'x'.repeat(10_001)],
  ])('of %s is refused', async (_, text) => {
    const { engine, id, texts } = await begin();
    const input = { conversationId: id, text };
    expect(await engine.fail('notes.add', input)).toMatchObject({ code: 'invalid', path: 'text' });
    expect(await texts()).toEqual([]);
  });

  test('is edited and deleted, and each is undone by its activity, which keeps the trace', async () => {
    const { engine, id, add, undo, texts, notes } = await begin();
    const added = await add('First');
    const edited = await engine.call('notes.update', { id: added.id, text: 'Second' });
    expect(await notes()).toMatchObject([{ text: 'Second', editedAt: engine.clock.now() }]);
    const deleted = await engine.call('notes.delete', { id: added.id });
    expect(await texts()).toEqual([]);
    await undo(deleted.activityId);
    expect(await texts()).toEqual(['Second']);
    await undo(edited.activityId);
    expect(await notes()).toMatchObject([{ text: 'First', editedAt: null }]);
    await undo(added.activityId);
    expect(await texts()).toEqual([]);
    const { activities } = await engine.call('conversations.get', { id });
    expect(activities.slice(-6).map(({ kind }) => kind)).toEqual([
      'noteAdded',
      'noteEdited',
      'noteDeleted',
      'undone',
      'undone',
      'undone',
    ]);
    expect(activities.at(-4)).toMatchObject({ agent: 'Mia', facts: { noteId: added.id } });
  });

  test('cannot be undone once it was changed again; a deleted one is not there', async () => {
    const { engine, add, refusal } = await begin();
    const { id, activityId } = await add('First');
    const same = await engine.call('notes.update', { id, text: 'First' });
    expect(same).toEqual({});
    await engine.call('notes.update', { id, text: 'Second' });
    expect(await refusal(activityId)).toMatchObject({ reason: 'changedSince' });
    await engine.call('notes.delete', { id });
    expect(await engine.fail('notes.update', { id, text: 'x' })).toEqual({
      code: 'notFound',
      what: 'note',
      id,
    });
    expect(await engine.fail('notes.delete', { id })).toMatchObject({ what: 'note' });
    expect(await engine.fail('notes.add', { conversationId: 'c0', text: 'x' })).toMatchObject({
      what: 'conversation',
    });
  });

  test('stands on every page of a long history once, also between two pages', async () => {
    const { engine, id, add } = await begin();
    for (let n = 0; n < 6; n += 1) {
      await engine.clock.advance(60_000);
      await add(`note ${n}`);
      await engine.clock.advance(60_000);
      engine.control.mention({ from: 'anna', text: `message ${n}` });
      await engine.call('capture.pollNow', {});
    }
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const page = await engine.call('conversations.get', { id, limit: 2, ...(before ? { before } : {}) });
      seen.unshift(...(page.notes ?? []).map(({ text }) => text));
      before = page.previous;
    } while (before !== undefined);
    expect([...new Set(seen)]).toEqual([0, 1, 2, 3, 4, 5].map((n) => `note ${n}`));
  });

  test('1,000 of them in one conversation are listed in their order', async () => {
    const { engine, id, add, texts } = await begin();
    for (let n = 0; n < 1_000; n += 1) await add(`note ${n}`);
    expect(await texts()).toEqual(Array.from({ length: 1_000 }, (_, n) => `note ${n}`));
    expect((await engine.call('conversations.get', { id, limit: 1 })).notes).toHaveLength(1_000);
  });
});

describe('a mention', () => {
  test('shows the conversation to the colleague until they have seen it, also under a new name', async () => {
    const { engine, id, add, notes, row } = await begin();
    const { id: kim } = await engine.call('agents.add', { name: 'Kim' });
    const { agents } = await engine.call('agents.list', {});
    await engine.call('agents.switch', { id: agents.at(-1)?.id ?? '' });
    await add('Ask @kim, please');
    expect(await row()).toMatchObject({ mentionsMe: false });
    expect(named(engine, 'notes.mentioned')).toEqual([]);
    await engine.call('agents.switch', { id: kim });
    await engine.call('settings.set', { agentName: 'Kimberley Ōno' });
    expect(await row()).toMatchObject({ mentionsMe: true });
    expect(await notes()).toMatchObject([
      { text: 'Ask @Kimberley Ōno, please', mentions: [{ agent: kim, start: 4, end: 18 }] },
    ]);
    engine.events.length = 0;
    await engine.call('notes.markSeen', { conversationId: id });
    await engine.call('notes.markSeen', { conversationId: id });
    expect(await row()).toMatchObject({ mentionsMe: false });
    expect(engine.events).toEqual([{ name: 'conversations.changed', params: { ids: [id] } }]);
  });

  test('by somebody else notifies the current agent once; own ones do not', async () => {
    const { engine, id, add, row } = await begin();
    await add('I, @Mia, was here');
    expect(named(engine, 'notes.mentioned')).toEqual([]);
    expect(await row()).toMatchObject({ mentionsMe: false });
    const { id: note } = await add('Can you look, @mia?', 'Robot');
    expect(named(engine, 'notes.mentioned')).toEqual([
      { name: 'notes.mentioned', params: { id: note, conversationId: id } },
    ]);
    await engine.call('notes.update', { id: note, text: 'Can you look, @mia? Now!' });
    expect(named(engine, 'notes.mentioned')).toHaveLength(1);
    expect(await row()).toMatchObject({ mentionsMe: true });
    await engine.call('notes.delete', { id: note });
    expect(await row()).toMatchObject({ mentionsMe: false });
  });
});

test('the draft of a note is kept, apart from those of replies', async () => {
  const { engine, id, row } = await begin();
  await engine.call('notes.saveDraft', { conversationId: id, text: 'not yet' });
  expect(await row()).toMatchObject({ hasDraft: true });
  expect((await engine.call('drafts.list', { conversationId: id })).items).toEqual([]);
  await engine.restart();
  expect(await engine.call('notes.getDraft', { conversationId: id })).toEqual({ text: 'not yet' });
  engine.events.length = 0;
  await engine.call('notes.saveDraft', { conversationId: id, text: '' });
  expect(await row()).toMatchObject({ hasDraft: false });
  expect(engine.events).toEqual([{ name: 'conversations.changed', params: { ids: [id] } }]);
  expect(await engine.fail('notes.getDraft', { conversationId: 'c0' })).toMatchObject({ code: 'notFound' });
});
