import { describe, expect, test } from 'vitest';
import { listHistory } from '#engine/store/history.ts';
import { getNewestPostId } from '#engine/store/replyTargets.ts';
import { all } from '#engine/store/sql.ts';
import { listUncheckedPosts } from '#engine/store/uncheckedPosts.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage, someUser, testAccount } from '../../support/builders.ts';
import { countViews } from '../../support/lists.ts';
import { counted, stored } from '../../support/openImports.ts';
import { resultOf } from '../../support/resultOf.ts';
import { snowflake } from '../../support/snowflake.ts';
import { newLayout, someDm, someDms } from '../../support/someArchive.ts';
import { openTables, toTable } from '../../support/someTable.ts';

const YEAR_AGO = MORNING - 365 * DAY_MS;
const iso = (at: number) => new Date(at).toISOString();
const anna = someUser('77', { handle: 'annadv', name: 'Anna' });

/** Articles of Zammad: a question in public, its answer, and one in private. */
const zammad = (rows: readonly (readonly string[])[]) =>
  toTable([
    [
      'id',
      'ticket_id',
      'type',
      'sender',
      'from',
      'to',
      'body',
      'message_id',
      'internal',
      'created_by',
      'created_at',
    ],
    ...rows,
  ]);
const question = [
  '1',
  '9',
  'twitter status',
  'Customer',
  '@annadv',
  '@harbourhelp',
  '@harbourhelp where is it?',
];
const answer = ['2', '9', 'twitter status', 'Agent', '@harbourhelp', '', '@annadv on its "way",\nsince noon'];

describe('a table of messages', () => {
  test('is stored once, however often it is imported, and is over', async () => {
    const { db, capture, importTable, events } = openTables();
    await capture([], [anna]);
    const id = snowflake(YEAR_AGO, 5);
    const table = zammad([
      [...question, id, 'false', 'Anna', iso(YEAR_AGO)],
      [...answer, '', 'false', 'Bram', iso(YEAR_AGO + MINUTE_MS)],
      [
        '3',
        '10',
        'twitter direct-message',
        'Customer',
        '@annadv',
        '',
        'my number?',
        '',
        'f',
        'Anna',
        iso(YEAR_AGO + DAY_MS),
      ],
      ['4', '9', 'note', 'Agent', 'Bram', '', 'careful', '', 'true', 'Bram', iso(YEAR_AGO)],
      ['5', '9', 'email', 'Customer', 'a@b.example', '', 'by mail', '', 'false', 'Anna', iso(YEAR_AGO)],
    ]);
    const first = await importTable(table);
    expect(first).toMatchObject({ state: 'done', posts: 2, dms: 1, items: 5 });
    expect(first.bytes).toBe(first.of);
    expect(counted(first.skipped)).toEqual({ internalNote: 1, otherNetwork: 1 });
    expect(stored(db, 'kind, role, person_id AS person, text')).toEqual([
      { kind: 'dm', role: 'wanted', person: '77', text: 'my number?' },
      { kind: 'post', role: 'own', person: '77', text: '@annadv on its "way",\nsince noon' },
      { kind: 'post', role: 'wanted', person: '77', text: '@harbourhelp where is it?' },
    ]);
    expect(countViews(db, 'me')).toMatchObject({ queue: 0, open: 0, resolved: 1 });
    expect(events.filter(({ name }) => name === 'conversations.opened')).toEqual([]);
    const again = await importTable(table);
    expect(again).toMatchObject({ posts: 0, dms: 0, people: 0, items: 5 });
    expect(stored(db, 'x_id')).toHaveLength(3);
  });

  test('keeps who wrote a reply, and its messages without an id of X are none of X', async () => {
    const { db, capture, importTable } = openTables();
    await capture([], [anna]);
    await importTable(
      zammad([
        [...question, '', 'false', 'Anna', iso(YEAR_AGO)],
        [...answer, '', 'false', 'Bram', iso(YEAR_AGO + MINUTE_MS)],
      ]),
    );
    const history = listHistory(db, '77', Number.MAX_SAFE_INTEGER, 10).map(({ message }) => message);
    expect(history.map(({ xId, agent, direction, at }) => ({ xId, agent, direction, at }))).toEqual([
      { xId: null, agent: 'Bram', direction: 'out', at: YEAR_AGO + MINUTE_MS },
      { xId: null, agent: undefined, direction: 'in', at: YEAR_AGO },
    ]);
    const [conversation] = all<{ id: string }>(db, 'SELECT id FROM conversations');
    expect(getNewestPostId(db, conversation?.id ?? '', '77')).toBeNull();
    const recent = { posts: 0, hits: 0 };
    const query = { checkedBefore: Number.MAX_SAFE_INTEGER, recent, limit: 10 };
    expect(resultOf(listUncheckedPosts(db, query))).toEqual([]);
  });

  test('is matched with what is captured: by id, else by person, text and minute', async () => {
    const { db, capture, importTable } = openTables();
    const at = MORNING - 40 * MINUTE_MS;
    const xId = snowflake(at + 300, 3);
    const known = { xId, versionXId: xId, at, authorId: '77', personId: '77' };
    await capture([someMessage({ ...known, text: '@harbourhelp where &amp; when? https://t.co/x' })], [anna]);
    const said = {
      xId: snowflake(at, 8),
      versionXId: snowflake(at, 8),
      at: at + 20_000,
      authorId: '77',
      personId: '77',
    };
    await capture([someMessage({ ...said, kind: 'dm', reason: 'dm', text: 'Number 5' })], [anna]);
    const row = (text: string, link: string, time: number) => ['@annadv', text, link, iso(time)];
    const table = toTable([
      ['Author handle', 'Text', 'Permalink', 'Created at'],
      // An address of the post, hours off, and another text.
      row('something else', `https://twitter.com/annadv/status/${xId}?s=20`, at + 5 * 3_600_000),
      row('number 5', '', at),
      row('Number 5', '', at),
    ]);
    const done = await importTable(table);
    expect(done).toMatchObject({ posts: 1, dms: 0 });
    expect(stored(db, 'text')).toContainEqual({ text: 'number 5' });
  });

  test('is not doubled by an archive of X that comes later and has the ids', async () => {
    const { db, capture, importTable, run } = openTables();
    await capture([], [anna]);
    await importTable(
      zammad([
        [
          '1',
          '9',
          'twitter direct-message',
          'Customer',
          '@annadv',
          '',
          'my number?',
          '',
          'f',
          'Anna',
          iso(YEAR_AGO),
        ],
        [
          '2',
          '9',
          'twitter direct-message',
          'Agent',
          '',
          '@annadv',
          'It is 5',
          '',
          'f',
          'Bram',
          iso(YEAR_AGO + MINUTE_MS),
        ],
      ]),
    );
    const asked = someDm(YEAR_AGO + 900, { from: '77', to: testAccount.id, text: 'my number?' });
    const told = someDm(YEAR_AGO + 70_000, { from: testAccount.id, to: '77', text: 'It is 5' });
    const more = someDm(YEAR_AGO + 90_000, { from: testAccount.id, to: '77', text: 'It is 6' });
    const archive = newLayout({ tweets: [], conversations: [someDms('77', [more, told, asked])] });
    expect(await run(archive)).toMatchObject({ dms: 1 });
    expect(await run(archive, 'again.zip')).toMatchObject({ dms: 0 });
    const ids = [asked, told, more].map(({ messageCreate }) => ({ id: messageCreate.id }));
    expect(stored(db, 'x_id AS id')).toEqual(expect.arrayContaining(ids));
    expect(stored(db, 'x_id AS id')).toHaveLength(3);
    const history = listHistory(db, '77', Number.MAX_SAFE_INTEGER, 10).map(
      ({ message }) => message.agent ?? null,
    );
    expect(history).toEqual([null, 'Bram', null]);
  });

  test('without an id or handle is not given to anybody', async () => {
    const { db, importTable, capture } = openTables();
    await capture([], [anna]);
    const done = await importTable(
      toTable([
        ['author', 'message', 'date', 'direction'],
        ['Anna de Vries', 'by name', '2024-03-10T14:22:05Z', 'incoming'],
        ['annadv', 'by what may be a name', '2024-03-10T14:22:05Z', 'incoming'],
        ['@nobodyhere', 'by an unknown handle', '2024-03-10T14:22:05Z', 'incoming'],
        ['Anna (@AnnaDV)', 'by handle', '2024-03-10T14:22:05Z', 'incoming'],
        ['@annadv', '', '2024-03-10T14:22:05Z', 'incoming'],
        ['@annadv', 'no time', 'yesterday', 'incoming'],
      ]),
      { columns: { author: 0, text: 1, at: 2, direction: 3 } },
    );
    expect(counted(done.skipped)).toEqual({ noPerson: 2, unknownHandle: 1, noText: 1, noTime: 1 });
    expect(done.skipped.find(({ reason }) => reason === 'unknownHandle')?.example).toBe('4');
    expect(stored(db, 'text, person_id AS person')).toEqual([{ text: 'by handle', person: '77' }]);
  });

  test('finds the customer of a reply by its conversation, wherever that stands', async () => {
    const { db, capture, importTable } = openTables();
    await capture([], [anna]);
    const done = await importTable(
      toTable(
        [
          [
            'conversation_id',
            'message_type',
            'content',
            'source_id',
            'sender_username',
            'created_at',
            'private',
          ],
          ['17', '1', 'It is on its way', '', 'bram', '1710080580', 'f'],
          ['17', '0', 'Where is it?', '', 'annadv', '1710080525', 'f'],
          ['17', '2', 'Conversation was resolved', '', '', '1710080590', 'f'],
        ],
        ';',
      ),
    );
    expect(counted(done.skipped)).toEqual({ internalNote: 1 });
    expect(stored(db, 'text, role, person_id AS person, at').toSorted()).toEqual(
      expect.arrayContaining([
        { text: 'It is on its way', role: 'own', person: '77', at: 1_710_080_580_000 },
        { text: 'Where is it?', role: 'wanted', person: '77', at: 1_710_080_525_000 },
      ]),
    );
  });

  test('that a person wrote to go on leaves the newer conversation as work', async () => {
    const { db, capture, importTable } = openTables();
    await capture([someMessage({ authorId: '77', personId: '77', at: MORNING - MINUTE_MS })], [anna]);
    const before = countViews(db, 'me');
    await importTable(zammad([[...question, '', 'false', 'Anna', iso(YEAR_AGO)]]));
    expect(countViews(db, 'me')).toMatchObject({ queue: before.queue, open: before.open, resolved: 1 });
  });

  test('is paused and continued from where it stood', async () => {
    const { db, capture, imports, inspect, writeTable, untilBegun } = openTables();
    await capture([], [anna]);
    const rows = Array.from({ length: 900 }, (_, n) => [
      ...question.slice(0, 6),
      `question ${n}`,
      '',
      'false',
      'Anna',
      iso(YEAR_AGO + n * MINUTE_MS),
    ]);
    const file = writeTable(zammad(rows));
    const running = imports.start(file, (await inspect(file)).mapping);
    await untilBegun();
    const paused = await imports.pause();
    await running;
    expect(paused).toMatchObject({ state: 'paused' });
    expect(paused?.items).toBeLessThan(900);
    expect(await imports.resume()).toMatchObject({ value: { state: 'done', posts: 900, items: 900 } });
    expect(stored(db, 'x_id')).toHaveLength(900);
  });
});
