import { expect, test } from 'vitest';
import { getConversation, listConversationsByIds } from '#engine/store/conversations.ts';
import { saveDraft } from '#engine/store/drafts.ts';
import { migrations } from '#engine/store/migrations/index.ts';
import { type Db, openStore } from '#engine/store/open.ts';
import { all, run } from '#engine/store/sql.ts';
import { MORNING, someMessage, someUser } from '../../support/builders.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';

const VERSION = migrations.findIndex(({ sql }) => sql.includes('ADD COLUMN has_extras')) + 1;

const extras = `SELECT conversation_id FROM drafts UNION SELECT conversation_id FROM note_drafts
  UNION SELECT conversation_id FROM conversation_tags UNION SELECT conversation_id FROM note_mentions
  UNION SELECT conversation_id FROM approvals UNION SELECT conversation_id FROM outbox`;

/** Conversations whose row says something else than the tables that it is a copy of. */
const listWrong = (db: Db) =>
  all(
    db,
    `SELECT c.id FROM conversations c JOIN people p ON p.x_id = c.person_id
     WHERE (c.handle, c.name, c.picture_url) IS NOT (p.handle, p.name, p.picture_url)
       OR (has_extras = 0 AND c.id IN (${extras}))`,
  );

/** A store with two conversations of Anna, one of them resolved, and one of Bob. */
async function captureSome() {
  const engine = testEngine();
  const { db } = engine.ctx;
  await engine.capture([someMessage({ at: MORNING + 1 }), someMessage({ at: MORNING + 2, personId: '2' })]);
  run(
    db,
    `INSERT INTO conversations (id, person_id, reason, opened_at, status, view, in_queue, last_kind, last_direction, last_text, last_at,
       last_message_id) VALUES ('c0', '1', 'dm', 1, 'resolved', 'resolved', 0, 'dm', 'in', 'x', 1, 'dm-0')`,
  );
  const capture = (users: Parameters<typeof engine.capture>[1]) =>
    engine.capture([someMessage({ at: MORNING + 3, personId: '2' })], users);
  const people = () =>
    listConversationsByIds(
      db,
      all<{ id: string }>(db, 'SELECT id FROM conversations').map(({ id }) => id),
    ).map(({ person }) => person);
  return { db, capture, people };
}

test('a person who is renamed has the new name and handle in each of their conversations', async () => {
  const { db, capture, people } = await captureSome();
  expect(people().filter(({ id }) => id === '1')).toHaveLength(2);
  expect(listWrong(db)).toEqual([]);
  const pictureUrl = 'https://pbs.twimg.com/profile_images/1/a.jpg';
  await capture([someUser('1', { handle: 'anna_new', name: 'Änna', pictureUrl }), someUser('2')]);
  for (const person of people().filter(({ id }) => id === '1'))
    expect(person).toEqual({ id: '1', handle: 'anna_new', name: 'Änna', pictureUrl });
  expect(listWrong(db)).toEqual([]);
});

test('a person who loses their handle to another has none in their conversations', async () => {
  const { db, capture, people } = await captureSome();
  const { handle } = someUser('1');
  await capture([someUser('2', { handle: handle.toUpperCase() })]);
  const handles = new Map(people().map((person) => [person.id, person.handle]));
  expect(handles).toEqual(
    new Map([
      ['1', ''],
      ['2', handle.toUpperCase()],
    ]),
  );
  expect(listWrong(db)).toEqual([]);
});

test('a draft marks its conversation, and not any more once it is gone', async () => {
  const { db } = await captureSome();
  const hasDraft = () => getConversation(db, 'c0')?.hasDraft;
  const draft = { conversationId: 'c0', channel: 'public', attachments: undefined } as const;
  expect(hasDraft()).toBe(false);
  saveDraft(db, { ...draft, text: 'x' }, 1);
  expect(hasDraft()).toBe(true);
  saveDraft(db, { ...draft, text: '' }, 2);
  expect(hasDraft()).toBe(false);
});

test.each([
  ['drafts', `(conversation_id, channel, text, updated_at) VALUES ('c0', 'dm', 'x', 1)`],
  ['note_drafts', `(conversation_id, text, updated_at) VALUES ('c0', 'x', 1)`],
  ['conversation_tags', `SELECT 'c0', 't'`],
  ['note_mentions', `SELECT 'n', 'a', 'c0', NULL`],
  [
    'approvals',
    `(id, conversation_id, person_id, agent, reply, state, asked_at, seen_through, seen_until)
     VALUES ('a', 'c0', '1', 'a', '{}', 'waiting', 1, 1, 1)`,
  ],
  [
    'outbox',
    `(id, conversation_id, person_id, channel, text, agent, state, created_at, ready_at) VALUES ('o', 'c0', '1', 'dm', 'x', 'a', 'queued', 1, 1)`,
  ],
])('what is stored in %s makes lists look for it', async (table, row) => {
  const { db } = await captureSome();
  db.pragma('foreign_keys = OFF');
  expect(all(db, 'SELECT has_extras AS has FROM conversations WHERE id = ?', 'c0')).toEqual([{ has: 0 }]);
  run(db, `INSERT INTO ${table} ${row}`);
  expect(listWrong(db)).toEqual([]);
  expect(all(db, 'SELECT has_extras AS has FROM conversations WHERE id = ?', 'c0')).toEqual([{ has: 1 }]);
});

test('the conversations of an earlier version show the same as before', () => {
  const dir = testFolder();
  const old = openStore(dir, { migrations: migrations.slice(0, VERSION - 1) });
  if (!old.ok) throw new Error('The old store did not open');
  const db = old.value;
  db.exec(`INSERT INTO people (x_id, handle, name, picture_url, first_seen_at, updated_at) VALUES ('1', 'p', 'P', 'https://x/1', 1, 1);
    INSERT INTO conversations (id, person_id, reason, opened_at, status, view, in_queue, last_kind, last_direction, last_text, last_at, last_message_id)
      VALUES ('c1', '1', 'mention', 1, 'open', 'open', 0, 'post', 'in', 'x', 1, 'post-7'), ('c2', '1', 'dm', 1, 'open', 'open', 0, 'dm', 'in', 'x', 1, 'dm-7');
    INSERT INTO messages (id, kind, x_id, version_x_id, role, author_id, person_id, conversation_id, threaded, text, at, lang, captured_at)
      VALUES (1, 'post', '7', '7', 'wanted', '1', '1', 'c1', 1, 'x', 1, 'nl', 1);
    INSERT INTO drafts (conversation_id, channel, text, updated_at) VALUES ('c2', 'dm', 'x', 1);`);
  db.close();
  const now = openTestDb(dir);
  expect(listConversationsByIds(now, ['c1', 'c2'])).toMatchObject([
    {
      id: 'c1',
      person: { handle: 'p', name: 'P', pictureUrl: 'https://x/1' },
      hasDraft: false,
      lastMessage: { lang: 'nl' },
    },
    { id: 'c2', person: { handle: 'p' }, hasDraft: true, lastMessage: { lang: null } },
  ]);
  expect(listWrong(now)).toEqual([]);
  expect(now.pragma('integrity_check', { simple: true })).toBe('ok');
});
