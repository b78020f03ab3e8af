import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

// Messages as X really sends them, captured over HTTP from the simulator.

async function captureOne(engine: TestEngine) {
  await engine.call('capture.pollNow', {});
  const { items } = await engine.call('conversations.list', { view: 'all' });
  const row = items[0];
  if (!row) throw new Error('nothing was captured');
  const { messages } = await engine.call('conversations.get', { id: row.id });
  const { person } = await engine.call('people.get', { id: row.person.id });
  const message = messages.findLast(({ context }) => !context);
  if (!message) throw new Error('no message was captured');
  return { row, message, messages, person };
}

test('a link with a replacement pattern stands as it is written', async () => {
  const engine = await startTestEngine();
  engine.control.mention({
    from: 'anna',
    text: 'x',
    raw: {
      text: 'https://t.co/a',
      entities: { urls: [{ url: 'https://t.co/a', expanded_url: 'https://a.example/?$&' }] },
    },
  });
  const { message } = await captureOne(engine);
  expect(message.text).toBe('a.example/?$&');
  expect(message.links).toEqual([
    { start: 0, end: 13, shown: 'a.example/?$&', url: 'https://a.example/?$&' },
  ]);
});

test('a link is where X says, not where its words stand first', async () => {
  const engine = await startTestEngine();
  const text = 'I was sent to shop.example.evil.test, not https://t.co/a';
  const url = {
    start: 42,
    end: 56,
    url: 'https://t.co/a',
    expanded_url: 'https://shop.example',
    display_url: 'shop.example',
  };
  engine.control.mention({ from: 'anna', text: 'x', raw: { text, entities: { urls: [url] } } });
  const { message } = await captureOne(engine);
  expect(message.text).toBe('I was sent to shop.example.evil.test, not shop.example');
  expect(message.links).toMatchObject([{ start: 42, end: 54, url: 'https://shop.example' }]);
});

test('words that only look like the text of a link are none', async () => {
  const engine = await startTestEngine();
  const text = 'I was sent to shop.example.evil.test, not shop.example';
  const url = { url: 'https://t.co/a', expanded_url: 'https://shop.example', display_url: 'shop.example' };
  engine.control.mention({ from: 'anna', text: 'x', raw: { text, entities: { urls: [url] } } });
  const { message } = await captureOne(engine);
  expect(message).toMatchObject({ text, links: [] });
});

test.each([
  ['in', 'mention'],
  ['qme', 'mention'],
  [null, 'dm'],
] as const)('lists say that a message is in the language %s (%s)', async (lang, kind) => {
  const engine = await startTestEngine();
  if (kind === 'dm') engine.control.dm({ from: 'anna', text: 'Halo' });
  else engine.control.mention({ from: 'anna', text: 'Halo', raw: { lang } });
  const { row, message } = await captureOne(engine);
  expect([message.lang, row.lastMessage.lang]).toEqual([lang, lang]);
});

test('a poll comes with its options, votes and end; an unknown attachment with its name', async () => {
  const engine = await startTestEngine();
  const poll = {
    id: '1600000000000000001',
    options: [
      { position: 1, label: 'Red &amp; blue', votes: 3 },
      { position: 2, label: 'None', votes: 0 },
    ],
    end_datetime: '2026-11-24T09:00:00.000Z',
    voting_status: 'open',
  };
  engine.control.mention({
    from: 'anna',
    text: 'which one?',
    raw: { attachments: { poll_ids: ['1600000000000000001'], hologram_keys: ['9'] } },
    includes: { polls: [poll] },
  });
  const { message } = await captureOne(engine);
  expect(message.attachments).toEqual([
    {
      kind: 'poll',
      options: [
        { label: 'Red & blue', votes: 3 },
        { label: 'None', votes: 0 },
      ],
      endsAt: Date.parse('2026-11-24T09:00:00.000Z'),
      isClosed: false,
    },
    { kind: 'other', name: 'hologram_keys' },
  ]);
});

test('a poll that X does not describe is named', async () => {
  const engine = await startTestEngine();
  engine.control.mention({
    from: 'anna',
    text: 'which one?',
    raw: { attachments: { poll_ids: ['1600000000000000001'] } },
  });
  const { message } = await captureOne(engine);
  expect(message.attachments).toEqual([{ kind: 'other', name: 'poll' }]);
});

test.each([
  ['photo', { media_key: '3_11', type: 'photo' }],
  ['audio', { media_key: '16_12', type: 'audio' }],
  ['video', { media_key: '7_13', type: 'video' }],
  ['other', { media_key: '99_14', type: 'hologram' }],
])('a private message that is only a medium says %s in the list', async (content, medium) => {
  const engine = await startTestEngine();
  engine.control.dm({
    from: 'anna',
    text: '',
    raw: {
      text: 'https://t.co/p',
      attachments: { media_keys: [medium.media_key] },
      entities: { urls: [{ url: 'https://t.co/p', media_key: medium.media_key }] },
    },
    includes: { media: [medium] },
  });
  const { row, message } = await captureOne(engine);
  expect(message).toMatchObject({ text: '', media: [{ type: content }] });
  expect(row.lastMessage).toMatchObject({ text: '', content });
});

test('a deleted, an unreadable and an invisible message are named in the list', async () => {
  const engine = await startTestEngine();
  engine.control.dm({ from: 'anna', text: '', raw: { text: undefined } });
  engine.control.dm({ from: 'bob', text: '\u2800\u200b' });
  const { id } = engine.control.mention({ from: 'carl', text: 'gone soon' });
  await engine.call('capture.pollNow', {});
  engine.control.deletePost({ id });
  await engine.clock.advance(24 * 3_600_000);
  await engine.call('capture.pollNow', {});
  const { items } = await engine.call('conversations.list', { view: 'all' });
  const contents = Object.fromEntries(
    items.map(({ person, lastMessage }) => [person.handle, lastMessage.content]),
  );
  expect(contents).toEqual({ anna: 'unreadable', bob: 'empty', carl: 'deleted' });
});

test('a biography has real addresses and no escapes, in names and places too', async () => {
  const engine = await startTestEngine();
  engine.control.person({
    handle: 'anna',
    name: 'R&amp;D',
    location: 'A &lt; B',
    raw: {
      description: 'Bags &amp; more https://t.co/a',
      entities: {
        description: {
          urls: [{ start: 15, end: 29, url: 'https://t.co/a', expanded_url: 'https://bags.example/' }],
        },
      },
    },
  });
  engine.control.mention({ from: 'anna', text: 'hello' });
  const { person } = await captureOne(engine);
  expect(person).toMatchObject({ name: 'R&D', location: 'A < B', description: 'Bags & more bags.example/' });
});

test('a shared post stands in the private message with its words, without the link that only means it', async () => {
  const engine = await startTestEngine();
  const { id } = engine.control.post({ from: 'bob', text: 'It broke', lang: 'en' });
  engine.control.dm({ from: 'anna', text: 'This one', sharedId: id });
  const { message } = await captureOne(engine);
  expect(message).toMatchObject({ text: 'This one', links: [] });
  expect(message.quotes).toMatchObject([{ xId: id, post: { text: 'It broke', author: { handle: 'bob' } } }]);
});

test('a quoted post stands in the post, also if X does not show it any more', async () => {
  const engine = await startTestEngine();
  const { id } = engine.control.post({ from: 'bob', text: 'It broke' });
  const gone = engine.control.post({ from: 'bob', text: 'Never mind' });
  engine.control.mention({ from: 'anna', text: 'Look', quotedId: id });
  const { message } = await captureOne(engine);
  expect(message).toMatchObject({ links: [], quotes: [{ xId: id, post: { text: 'It broke' } }] });
  expect(message.text).not.toContain('status');

  const other = await startTestEngine();
  engine.control.deletePost({ id: gone.id });
  const absent = other.control.post({ from: 'bob', text: 'Never mind' });
  other.control.deletePost({ id: absent.id });
  other.control.mention({ from: 'anna', text: 'Look', quotedId: absent.id });
  expect((await captureOne(other)).message.quotes).toEqual([{ xId: absent.id, post: null }]);
});

test.each(['group', '12-34', '1-2-3', 'e2e:1'])(
  'a private message of the conversation %s is put aside',
  async (name) => {
    const engine = await startTestEngine();
    engine.control.dm({ from: 'anna', text: 'psst', raw: { dm_conversation_id: name } });
    await engine.call('capture.pollNow', {});
    expect((await engine.call('conversations.list', { view: 'all' })).items).toEqual([]);
    const db = new Database(`${engine.dir}/perch.sqlite`, { readonly: true });
    expect(db.prepare('SELECT source FROM quarantine').pluck().all()).toEqual(['dms']);
    db.close();
  },
);

test('a message that an earlier Perch stored wrongly is put right by the daily check', async () => {
  const engine = await startTestEngine();
  engine.control.mention({ from: 'anna', text: 'see https://example.org/?a=$1&b=2 please' });
  const { row } = await captureOne(engine);
  const db = new Database(`${engine.dir}/perch.sqlite`);
  db.exec(
    `UPDATE messages SET text = 'garbled', links = '[{"shown":"x","url":"https://x.example"}]' WHERE role = 'wanted'`,
  );
  db.close();
  await engine.clock.advance(24 * 3_600_000);
  await engine.call('capture.pollNow', {});
  const { messages } = await engine.call('conversations.get', { id: row.id });
  expect(messages[0]).toMatchObject({ text: '@harbourhelp see example.org/?a=$1&b=2 please', earlier: [] });
  const { items } = await engine.call('conversations.list', { view: 'all' });
  expect(items[0]?.lastMessage.text).toBe('@harbourhelp see example.org/?a=$1&b=2 please');
});
