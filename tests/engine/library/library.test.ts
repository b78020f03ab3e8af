import { describe, expect, test } from 'vitest';
import type { EngineInput } from '#shared/contract/engine.ts';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';

const late = {
  title: 'Late parcel',
  shortcut: 'late',
  folder: 'Shipping',
  texts: [
    { language: 'en', channel: null, text: 'Hi {firstName}, sorry that {orderNumber} is late. ^{agent}' },
    { language: 'nl', channel: null, text: 'Dag {firstName}, sorry dat {orderNumber} te laat is.' },
  ],
} satisfies EngineInput<'library.create'>;

async function begin() {
  const engine = await startTestEngine();
  const changes = () => engine.events.filter(({ name }) => name === 'library.changed').length;
  const undo = (activityId: string | undefined) => engine.call('activities.undo', { id: activityId ?? '-' });
  return { engine, changes, undo };
}

describe('the library', () => {
  test('lists by folder and title, with folders', async () => {
    const { engine, changes } = await begin();
    const texts = [{ language: null, channel: null, text: 'x' }];
    await engine.call('library.create', { title: 'b', folder: ' Shipping / Returns ', texts });
    await engine.call('library.create', { title: 'a', folder: 'Shipping', texts });
    await engine.call('library.create', { title: 'c', folder: 'Shippings', texts });
    await engine.call('library.create', { title: 'd', texts });
    await engine.call('library.create', { title: 'e', folder: 'Shipping-fast', texts });
    const listed = await engine.call('library.list', {});
    expect(listed.items.map(({ title }) => title)).toEqual(['d', 'a', 'e', 'b', 'c']);
    expect(listed.folders).toEqual([
      { path: '', count: 1 },
      { path: 'Shipping', count: 1 },
      { path: 'Shipping-fast', count: 1 },
      { path: 'Shipping/Returns', count: 1 },
      { path: 'Shippings', count: 1 },
    ]);
    const inside = await engine.call('library.list', { folder: 'Shipping', limit: 1, offset: 1 });
    expect(inside).toMatchObject({ total: 2, items: [{ title: 'b', folder: 'Shipping/Returns' }] });
    expect(changes()).toBe(5);
  });

  test('creates, changes and deletes, and undoes each', async () => {
    const { engine, undo, changes } = await begin();
    const created = await engine.call('library.create', late);
    const { id } = created;
    expect(created).toMatchObject({ ...late, uses: 0, lastUsedAt: null, stale: [], images: [] });
    const changed = await engine.call('library.update', { id, title: 'Later', shortcut: null });
    expect(changed).toMatchObject({ title: 'Later', shortcut: null, texts: late.texts });
    expect(await engine.call('library.update', { id, title: 'Later' })).not.toHaveProperty('activityId');
    expect(await undo(changed.activityId)).toMatchObject({ conversationId: null });
    expect(await engine.call('library.get', { id })).toMatchObject(late);
    const deleted = await engine.call('library.delete', { id });
    expect(await engine.fail('library.get', { id })).toEqual({
      code: 'notFound',
      what: 'cannedResponse',
      id,
    });
    await undo(deleted.activityId);
    expect(await engine.call('library.get', { id })).toMatchObject(late);
    await undo(created.activityId);
    expect(await engine.call('library.list', {})).toMatchObject({ items: [], total: 0 });
    expect(changes()).toBe(7);
  });

  test('undoes nothing that was changed again, and nothing twice', async () => {
    const { engine, undo } = await begin();
    const { id } = await engine.call('library.create', late);
    const first = await engine.call('library.update', { id, title: 'One' });
    const second = await engine.call('library.update', { id, title: 'Two' });
    const refused = (reason: string, of: string | undefined) => ({ code: 'notUndone', id: of, reason });
    const fail = (of: string | undefined) => engine.fail('activities.undo', { id: of ?? '-' });
    expect(await fail(first.activityId)).toEqual(refused('changedSince', first.activityId));
    await undo(second.activityId);
    expect(await fail(second.activityId)).toEqual(refused('alreadyUndone', second.activityId));
    await undo(first.activityId);
    expect(await engine.call('library.get', { id })).toMatchObject({ title: 'Late parcel' });
  });

  test('keeps shortcuts unique without case and accents, also when undoing', async () => {
    const { engine, undo } = await begin();
    const { id } = await engine.call('library.create', { ...late, shortcut: '/Été' });
    const taken = { code: 'shortcutTaken', shortcut: 'Été', id };
    expect(await engine.fail('library.create', { ...late, shortcut: 'ete' })).toEqual(taken);
    const other = await engine.call('library.create', { ...late, shortcut: 'other' });
    expect(await engine.fail('library.update', { id: other.id, shortcut: 'ÉTÉ' })).toEqual(taken);
    const deleted = await engine.call('library.delete', { id });
    await engine.call('library.update', { id: other.id, shortcut: 'ete' });
    const { activityId } = deleted;
    expect(await engine.fail('activities.undo', { id: activityId })).toMatchObject({
      reason: 'changedSince',
    });
    await engine.call('library.update', { id: other.id, shortcut: 'x-1' });
    await undo(activityId);
    expect(await engine.call('library.get', { id })).toMatchObject({ shortcut: 'Été' });
  });

  test.each([
    ['no text', { ...late, texts: [] }],
    ['an empty text', { ...late, texts: [{ language: 'en', channel: null, text: ' \u200b' }] }],
    ['two texts for one language and channel', { ...late, texts: [late.texts[0], late.texts[0]] }],
    ['an unknown language', { ...late, texts: [{ language: 'de', channel: null, text: 'x' }] }],
    ['a shortcut with a space', { ...late, shortcut: 'la te' }],
    ['no title', { ...late, title: ' ' }],
    [
      'a text beyond the limit',
      { ...late, texts: [{ language: null, channel: null, text: 'x'.repeat(10_001) }] },
    ],
  ])('refuses %s', async (_, given) => {
    const { engine } = await begin();
    expect(await engine.engine.handle('library.create', given)).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
  });

  test('fills what is known of a conversation, and names what is missing', async () => {
    const { engine } = await begin();
    const { id } = await engine.call('library.create', late);
    engine.control.person({ handle: 'anna', name: 'Dr. Anna DE VRIES 🌻' });
    const opened = await openConversation(engine);
    const used = await engine.call('library.use', { id, conversationId: opened.id, channel: 'public' });
    expect(used.text).toBe('Hi Anna, sorry that {orderNumber} is late. ^Mia');
    expect(used.missing.map(({ start, end }) => used.text.slice(start, end))).toEqual(['{orderNumber}']);
    expect(used).toMatchObject({ language: 'en', images: [] });
    const dutch = { id, conversationId: opened.id, channel: 'dm', language: 'nl' } as const;
    engine.control.mention({ from: 'anna', text: 'It is order 48213' });
    await engine.call('capture.pollNow', {});
    expect((await engine.call('library.use', dutch)).text).toBe('Dag Anna, sorry dat 48213 te laat is.');
  });

  test('tells the language of private messages, of which X says none, by their words', async () => {
    const { engine } = await begin();
    const { id } = await engine.call('library.create', late);
    engine.control.dm({ from: 'tom', text: 'Waar blijft mijn pakje?' });
    engine.control.dm({ from: 'tom', text: 'ok' });
    await engine.call('capture.pollNow', {});
    const { items } = await engine.call('conversations.list', { view: 'queue' });
    const conversationId = items[0]?.id ?? '';
    expect(await engine.call('library.use', { id, conversationId, channel: 'dm' })).toMatchObject({
      language: 'nl',
    });
  });

  test('knows order numbers by the own patterns of the team', async () => {
    const { engine } = await begin();
    await engine.call('settings.set', {
      ownPatterns: [
        { name: 'Order numbers', pattern: 'HH-####' },
        { name: 'Customers', pattern: 'KL-####' },
      ],
    });
    const { id } = await engine.call('library.create', late);
    const opened = await openConversation(engine, 'anna', 'I am KL-4711, it is about HH-7731');
    const use = { id, conversationId: opened.id, channel: 'public', language: 'nl' } as const;
    expect((await engine.call('library.use', use)).text).toContain('sorry dat HH-7731 te laat');
    engine.control.mention({ from: 'anna', text: 'or was it HH-7732?' });
    await engine.call('capture.pollNow', {});
    expect((await engine.call('library.use', use)).text).toContain('{orderNumber}');
  });

  test('counts a use once X has the reply, and none that was taken back', async () => {
    const { engine, changes } = await begin();
    const { id } = await engine.call('library.create', late);
    const { id: conversationId } = await openConversation(engine);
    const channel = 'public' as const;
    const reply = {
      conversationId,
      channel,
      text: 'On it',
      cannedIds: [id, id],
    } satisfies EngineInput<'replies.send'>;
    const held = await engine.call('replies.send', { ...reply, undoMs: 10_000 });
    await engine.call('outbox.cancel', { id: held.outboxId });
    expect(await engine.call('library.get', { id })).toMatchObject({ uses: 0, lastUsedAt: null });
    const before = changes();
    const { outboxId } = await engine.call('replies.send', { ...reply, undoMs: 0 });
    await until('it is sent', async () => (await engine.entry(outboxId))?.state === 'sent');
    const now = engine.clock.now();
    expect(await engine.call('library.get', { id })).toMatchObject({ uses: 1, lastUsedAt: now });
    expect(changes()).toBe(before + 1);
  });
});
