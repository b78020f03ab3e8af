import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { untilState } from '../../support/untilState.ts';

// Polls, quoted and shared posts, captured over HTTP from the simulator.

async function readOne(engine: TestEngine) {
  const { items } = await engine.call('conversations.list', { view: 'all' });
  const row = items[0];
  if (!row) throw new Error('nothing was captured');
  const { messages } = await engine.call('conversations.get', { id: row.id });
  const message = messages.findLast(({ context }) => !context);
  if (!message) throw new Error('no message was captured');
  return { row, message, messages };
}

async function captureOne(engine: TestEngine) {
  await engine.call('capture.pollNow', {});
  return await readOne(engine);
}

const searchFor = (word: string) => ({
  all: [word],
  any: [],
  phrases: [],
  hashtags: [],
  none: [],
  lang: null,
});

const poll = { options: ['Red', 'Blue'], durationMinutes: 2_880 };

describe('a poll', () => {
  test('is requested by every call that reads posts', async () => {
    const engine = await startTestEngine();
    engine.control.mention({ from: 'anna', text: 'which one?', poll });
    await captureOne(engine);
    await engine.clock.advance(24 * 3_600_000);
    await engine.call('capture.pollNow', {});
    await engine.call('savedSearches.preview', { terms: searchFor('one') });
    const { requestLog } = engine.control.state();
    for (const path of [/\/mentions$/, /\/users\/\d+\/tweets$/, /\/2\/tweets$/, /\/search\/recent$/]) {
      const queries = requestLog
        .filter((one) => path.test(one.path))
        .map(({ query }) => new URLSearchParams(query));
      expect(queries.length, String(path)).toBeGreaterThan(0);
      for (const query of queries) {
        expect(query.get('expansions')).toContain('attachments.poll_ids');
        expect(query.get('poll.fields')).toBe('duration_minutes,end_datetime,id,options,voting_status');
      }
    }
  });

  test('gets its new votes and its end whenever the post is read again', async () => {
    const engine = await startTestEngine();
    const { id } = engine.control.mention({ from: 'anna', text: 'which one?', poll });
    const before = await captureOne(engine);
    expect(before.message.attachments).toMatchObject([
      { kind: 'poll', options: [{ votes: 0 }, { votes: 0 }], isClosed: false },
    ]);
    engine.control.vote({ id, position: 2, votes: 7 });
    await engine.clock.advance(49 * 3_600_000);
    await engine.call('capture.pollNow', {});
    const { message } = await readOne(engine);
    expect(message.attachments).toMatchObject([
      { kind: 'poll', options: [{ votes: 0 }, { votes: 7 }], isClosed: true },
    ]);
  });

  test('stays where X later gives only its id', async () => {
    const engine = await startTestEngine();
    const { id } = engine.control.mention({ from: 'anna', text: 'which one?', poll });
    engine.control.vote({ id, position: 1, votes: 2 });
    await captureOne(engine);
    // A reply refers to the post, and X expands no polls of referenced posts.
    engine.control.mention({ from: 'anna', text: 'well?', replyToId: id });
    await engine.call('capture.pollNow', {});
    const { messages } = await readOne(engine);
    expect(messages[0]?.attachments).toMatchObject([{ kind: 'poll', options: [{ votes: 2 }, { votes: 0 }] }]);
  });

  test('ends by its duration if X gives no time', async () => {
    const engine = await startTestEngine();
    const given = {
      id: '1600000000000000001',
      options: [{ position: 1, label: 'Red', votes: 1 }],
      duration_minutes: 60,
      voting_status: 'open',
    };
    engine.control.mention({
      from: 'anna',
      text: 'which one?',
      raw: { attachments: { poll_ids: ['1600000000000000001'] } },
      includes: { polls: [given] },
    });
    const { message } = await captureOne(engine);
    expect(message.attachments).toMatchObject([{ endsAt: message.at + 3_600_000 }]);
  });
});

test('attachments in a form that Perch does not know are named, not dropped', async () => {
  const engine = await startTestEngine();
  engine.control.mention({
    from: 'anna',
    text: 'look',
    raw: { attachments: { media_keys: '3_11', poll_ids: [7] } },
  });
  const { message } = await captureOne(engine);
  expect([...message.media, ...message.attachments].length).toBeGreaterThanOrEqual(2);
});

test('a private message with a card says that there is one', async () => {
  const engine = await startTestEngine();
  engine.control.dm({ from: 'anna', text: 'look', raw: { attachments: { card_ids: ['1'] } } });
  const { message } = await captureOne(engine);
  expect(message.attachments).toEqual([{ kind: 'other', name: 'card_ids' }]);
});

describe('the link to a quoted post', () => {
  const quoting = async (toText: (url: string) => string) => {
    const engine = await startTestEngine();
    const { id } = engine.control.post({ from: 'bob', text: 'It broke' });
    const text = toText(`https://x.com/bob/status/${id}`);
    engine.control.mention({ from: 'anna', text, quotedId: id });
    return { id, ...(await captureOne(engine)) };
  };

  test('is removed at the end, in lists too', async () => {
    const { id, row, message } = await quoting((url) => `Look ${url}`);
    expect(message).toMatchObject({ text: '@harbourhelp Look', links: [], quotes: [{ xId: id }] });
    expect(row.lastMessage.text).toBe('@harbourhelp Look');
  });

  test('stays within a sentence, where it is one of the words', async () => {
    const { id, message } = await quoting((url) => `As in ${url} I said`);
    expect(message.text).toBe(`@harbourhelp As in x.com/bob/status/${id} I said`);
    expect(message.links).toHaveLength(1);
  });

  test.each([
    'https://twitter.com/i/web/status/ID',
    'https://x.com/bob/status/ID/photo/1',
    'http://mobile.twitter.com/bob/status/ID?s=20',
  ])('is known as %s', async (form) => {
    const engine = await startTestEngine();
    const { id } = engine.control.post({ from: 'bob', text: 'It broke' });
    engine.control.dm({
      from: 'anna',
      text: 'x',
      sharedId: id,
      raw: {
        text: 'Look https://t.co/q',
        entities: {
          urls: [{ start: 5, end: 19, url: 'https://t.co/q', expanded_url: form.replace('ID', id) }],
        },
      },
    });
    expect((await captureOne(engine)).message).toMatchObject({
      text: 'Look',
      links: [],
      quotes: [{ xId: id }],
    });
  });

  test.each(['dm', 'mention'] as const)('is removed if X does not say where it leads (%s)', async (kind) => {
    const engine = await startTestEngine();
    const { id } = engine.control.post({ from: 'bob', text: 'It broke' });
    const raw = { text: 'Look https://t.co/q', entities: undefined };
    if (kind === 'dm') engine.control.dm({ from: 'anna', text: 'x', sharedId: id, raw });
    else engine.control.mention({ from: 'anna', text: 'x', quotedId: id, raw });
    expect((await captureOne(engine)).message).toMatchObject({ text: 'Look', quotes: [{ xId: id }] });
  });
});

describe('a quoted post', () => {
  test('shows its pictures, and that it quotes another', async () => {
    const engine = await startTestEngine();
    const first = engine.control.post({ from: 'carl', text: 'First' });
    const photos = [{ file: 'a.png' }];
    const second = engine.control.post({ from: 'bob', text: 'Second', quotedId: first.id, photos });
    engine.control.mention({ from: 'anna', text: 'Third', quotedId: second.id });
    const { message } = await captureOne(engine);
    expect(message.quotes).toMatchObject([
      { post: { text: 'Second', media: [{ type: 'photo', url: expect.any(String) }], quotes: [first.id] } },
    ]);
  });

  test('of a protected author is missing, not made up', async () => {
    const engine = await startTestEngine();
    engine.control.person({ handle: 'bob', isProtected: true });
    const { id } = engine.control.post({ from: 'bob', text: 'secret' });
    engine.control.mention({ from: 'anna', text: 'Look', quotedId: id });
    expect((await captureOne(engine)).message.quotes).toEqual([{ xId: id, post: null }]);
  });

  test('becomes a tombstone in the quote, too', async () => {
    const engine = await startTestEngine();
    const { id } = engine.control.post({ from: 'bob', text: 'It broke' });
    engine.control.mention({ from: 'anna', text: 'Look', quotedId: id });
    await captureOne(engine);
    engine.control.deletePost({ id });
    await engine.clock.advance(24 * 3_600_000);
    await engine.call('capture.pollNow', {});
    const { message } = await readOne(engine);
    expect(message.quotes).toMatchObject([{ post: { text: '', deletedAt: expect.any(Number) } }]);
  });

  test('of an own post made elsewhere shows with its words', async () => {
    const engine = await startTestEngine();
    const { id: asked } = engine.control.mention({ from: 'anna', text: 'Where is it?' });
    const { id } = engine.control.post({ from: 'bob', text: 'The news' });
    engine.control.ownPost({ text: '@anna see', replyToId: asked, quotedId: id });
    const { messages } = await captureOne(engine);
    const own = messages.find(({ direction }) => direction === 'out');
    expect(own).toMatchObject({ quotes: [{ xId: id, post: { text: 'The news' } }] });
  });

  test('of a post that an earlier Perch stored without it is there after the daily check', async () => {
    const engine = await startTestEngine();
    const { id } = engine.control.post({ from: 'bob', text: 'It broke' });
    engine.control.mention({ from: 'anna', text: 'Look', quotedId: id });
    await captureOne(engine);
    // A search has everything indexed that waits for it.
    await engine.call('search.messages', { text: 'broke' });
    const db = new Database(`${engine.dir}/perch.sqlite`);
    // The search index has its own copy of the words.
    db.exec(`INSERT INTO messages_fts (messages_fts, rowid, text) SELECT 'delete', id, text FROM messages;
      DELETE FROM contexts;
      DELETE FROM messages WHERE x_id = '${id}';
      UPDATE messages SET quotes = '[]', text = text || ' x.com/bob/status/${id}';
      INSERT INTO messages_fts (rowid, text) SELECT id, text FROM messages`);
    db.close();
    await engine.clock.advance(24 * 3_600_000);
    await engine.call('capture.pollNow', {});
    const { message } = await readOne(engine);
    expect(message).toMatchObject({
      text: '@harbourhelp Look',
      quotes: [{ xId: id, post: { text: 'It broke' } }],
    });
  });

  test('stands in the preview of a search', async () => {
    const engine = await startTestEngine();
    const { id } = engine.control.post({ from: 'bob', text: 'It broke' });
    engine.control.post({ from: 'anna', text: 'harbour trouble', quotedId: id });
    await engine.call('capture.pollNow', {});
    const { sample } = await engine.call('savedSearches.preview', {
      terms: searchFor('trouble'),
    });
    expect(sample).toMatchObject([{ quotes: [{ xId: id, post: { text: 'It broke' } }] }]);
  });
});

describe('a reply from Perch that quotes', () => {
  test.each(['public', 'dm'] as const)('shows the quoted post and loses the link (%s)', async (channel) => {
    const engine = await startTestEngine();
    const { id } = engine.control.post({ from: 'bob', text: 'The news' });
    engine.control.mention({ from: 'anna', text: 'Where is it?' });
    const { row } = await captureOne(engine);
    const outboxId = await engine.send(row.id, `See https://x.com/bob/status/${id}`, channel);
    await untilState(engine, outboxId, 'sent');
    await engine.clock.advance(600_000);
    await engine.call('capture.pollNow', {});
    const after = await readOne(engine);
    const own = after.messages.find(({ direction }) => direction === 'out');
    expect(own).toMatchObject({ text: 'See', links: [], quotes: [{ xId: id, post: { text: 'The news' } }] });
    expect(after.row.lastMessage.text).toBe('See');
  });
});
