import { expect, test } from 'vitest';
import { listHistory } from '#engine/store/history.ts';
import { getNewestDmBefore } from '#engine/store/newestMessages.ts';
import { receivesDms } from '#engine/store/replyTargets.ts';
import { all, run as runSql } from '#engine/store/sql.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { MORNING, testAccount } from '../../support/builders.ts';
import { eraseFromStore } from '../../support/eraseFromStore.ts';
import { countViews } from '../../support/lists.ts';
import { counted, openImports, stored } from '../../support/openImports.ts';
import { newLayout, someDm, someDms } from '../../support/someArchive.ts';

const own = testAccount.id;
const at = MORNING - 400 * DAY_MS;
const EVER = Number.MAX_SAFE_INTEGER;

/** A message as archives have it for groups: without a recipient. */
function inGroup(n: number, from: string, text: string) {
  const { messageCreate } = someDm(at + n * MINUTE_MS, { from, to: '', text });
  const { recipientId: _, ...rest } = messageCreate;
  return { messageCreate: rest };
}

/** A name that a group got. */
function named(n: number, by: string | undefined, name: string) {
  const createdAt = new Date(at + n * MINUTE_MS).toISOString();
  return { conversationNameUpdate: { initiatingUserId: by, name, createdAt } };
}

const group = (conversationId: string, messages: readonly unknown[]) => ({
  dmConversation: { conversationId, messages },
});

const someGroup = group('777', [
  { joinConversation: { initiatingUserId: '61', participantsSnapshot: ['61', '62', own] } },
  inGroup(3, own, 'Ours to all'),
  inGroup(2, '62', 'Second umbrella'),
  inGroup(1, '61', 'First umbrella'),
  named(0, '61', 'Friends'),
]);

const withGroups = (...groups: readonly unknown[]) =>
  newLayout({ tweets: [], conversations: [] }, { files: { 'direct-messages-group': groups } });

const historyOf = (db: Parameters<typeof listHistory>[0], id: string) =>
  listHistory(db, id, EVER, 500).map(({ message }) => message);

test('messages of a group are stored once, in the histories of their authors and in no conversation', async () => {
  const { db, run } = openImports();
  const done = await run(withGroups(someGroup));
  expect(done).toMatchObject({ posts: 0, dms: 3, people: 3 });
  expect(counted(done.skipped)).toEqual({ groupMessage: 1 });
  const columns = 'author_id AS author, person_id AS person, role, reason, conversation_id AS c, threaded';
  expect(stored(db, columns)).toEqual([
    { author: '61', person: '61', role: 'context', reason: null, c: null, threaded: 1 },
    { author: '62', person: '62', role: 'context', reason: null, c: null, threaded: 1 },
    { author: own, person: own, role: 'own', reason: null, c: null, threaded: 1 },
  ]);
  expect(countViews(db, '')).toMatchObject({ all: 0, queue: 0 });
  expect(await run(withGroups(someGroup), 'again.zip')).toMatchObject({ dms: 0, people: 0 });
});

test('a message of a group names who else wrote in it, without the account', async () => {
  const { db, run } = openImports();
  await run(withGroups(someGroup));
  expect(historyOf(db, '61')).toMatchObject([
    {
      text: 'First umbrella',
      context: true,
      conversationId: null,
      group: { id: '777', people: [{ id: '62' }] },
    },
  ]);
  expect(historyOf(db, own)).toMatchObject([
    { text: 'Ours to all', group: { id: '777', people: [{ id: '61' }, { id: '62' }] } },
  ]);
});

test('each message is in its own group, over all batches and where conversations are empty', async () => {
  const { db, run } = openImports();
  const long = (id: string, from: number) =>
    group(
      id,
      Array.from({ length: 200 }, (_, n) => inGroup(from + n, '61', `said ${n}`)),
    );
  await run(withGroups(long('777', 0), group('778', []), long('779', 1_000)));
  const text = 'SELECT group_id AS id, count(*) AS n FROM group_messages GROUP BY 1 ORDER BY 1';
  expect(all(db, text)).toEqual([
    { id: '777', n: 200 },
    { id: '779', n: 200 },
  ]);
});

test('a message without a recipient in the file of other private messages is one of its group', async () => {
  const { db, run } = openImports();
  const conversations = [
    group('777', [inGroup(1, '61', 'In a group')]),
    group('dm-1', [inGroup(2, '61', '?')]),
  ];
  const done = await run(newLayout({ tweets: [], conversations: conversations as never }));
  expect(done).toMatchObject({ dms: 1 });
  expect(counted(done.skipped)).toEqual({ groupMessage: 1 });
  expect(historyOf(db, '61')).toMatchObject([{ text: 'In a group', group: { id: '777' } }]);
});

test('a message of a group says nothing about private messages with one person', async () => {
  const { db, run } = openImports();
  await run(withGroups(someGroup));
  runSql(db, `UPDATE people SET receives_dms = 0 WHERE x_id = '61'`);
  expect(receivesDms(db, '61')).toBe(false);
  expect(getNewestDmBefore(db, MORNING)).toBeNull();
  const dm = someDms('61', [someDm(at, { from: '61', to: own, text: 'To you alone' })]);
  await run(newLayout({ tweets: [], conversations: [dm] }), 'with-dm.zip');
  expect(receivesDms(db, '61')).toBe(true);
  expect(historyOf(db, '61').map(({ group: one }) => one?.id)).toEqual(['777', undefined]);
});

test('erasing one of a group takes their words and their name, and leaves those of others', async () => {
  const { db, run } = openImports();
  await run(withGroups(someGroup));
  eraseFromStore(db, '61');
  expect(stored(db, 'text')).toEqual([{ text: 'Second umbrella' }, { text: 'Ours to all' }]);
  expect(historyOf(db, own)).toMatchObject([{ group: { people: [{ id: '62' }] } }]);
});

const nameOf = (db: Parameters<typeof listHistory>[0]) => historyOf(db, own)[0]?.group?.name;
const withName = (...names: readonly unknown[]) =>
  withGroups(
    group('777', [inGroup(3, own, 'Ours'), inGroup(2, '62', 'Theirs'), inGroup(1, '61', 'First'), ...names]),
  );

test('a message of a group has the last name of the group', async () => {
  const { db, run } = openImports();
  const done = await run(withName(named(9, '62', 'Tom &amp; friends'), named(5, '61', 'Before')));
  expect(done.skipped).toEqual([]);
  expect(nameOf(db)).toBe('Tom & friends');
  expect(historyOf(db, '61')).toMatchObject([{ group: { name: 'Tom & friends', people: [{ id: '62' }] } }]);
  expect(await run(withName(named(9, '62', 'Tom &amp; friends')), 'again.zip')).toMatchObject({ dms: 0 });
  expect(nameOf(db)).toBe('Tom & friends');
});

test.each([
  ['newest first', [named(9, '61', 'New'), named(5, '61', 'Old')]],
  ['oldest first', [named(5, '61', 'Old'), named(9, '61', 'New')]],
])('the newest name wins, %s, and in archives that come in any order', async (_, names) => {
  const { db, run } = openImports();
  await run(withName(...names));
  await run(withName(named(7, '62', 'Between')), 'older.zip');
  expect(nameOf(db)).toBe('New');
  await run(withName(named(10, '62', 'Newest')), 'newer.zip');
  expect(nameOf(db)).toBe('Newest');
});

test('a group whose name was taken away has none, nor has one of which no message is stored', async () => {
  const { db, run } = openImports();
  await run(
    withGroups(
      group('777', [inGroup(1, own, 'Ours'), named(9, '61', ''), named(5, '61', 'Old')]),
      group('778', [named(5, '61', 'Nobody wrote')]),
    ),
  );
  expect(historyOf(db, own)[0]?.group).toEqual({ id: '777', people: [] });
  expect(all(db, 'SELECT group_id AS id FROM group_names')).toEqual([{ id: '777' }]);
});

test('a name without a time or a group is skipped, one that is no text too, and a long one is cut', async () => {
  const { db, run } = openImports();
  const long = `${'x'.repeat(199)}👍`;
  const done = await run(
    withGroups(
      group('777', [
        inGroup(1, own, 'Ours'),
        named(2, undefined, long),
        { conversationNameUpdate: { initiatingUserId: '61', name: 'Friends' } },
        {
          conversationNameUpdate: { initiatingUserId: '61', name: ['x'], createdAt: '2024-01-01T00:00:00Z' },
        },
      ]),
      group('61-62', [named(3, '61', 'Of no group')]),
    ),
  );
  expect(counted(done.skipped)).toEqual({ groupMessage: 3 });
  expect(nameOf(db)).toBe('x'.repeat(199));
});

test('erasing somebody takes the name that they gave a group, and no older one or import brings one back', async () => {
  const { db, run } = openImports();
  const files = withName(named(9, '61', 'By Ida'), named(5, '62', 'By Bo'));
  await run(files);
  eraseFromStore(db, '61');
  expect(nameOf(db)).toBeUndefined();
  await run(files, 'again.zip');
  expect(nameOf(db)).toBeUndefined();
  expect(all(db, 'SELECT name, author_id AS author FROM group_names')).toEqual([{ name: '', author: null }]);
});

test('the name of a group goes with its last message', async () => {
  const { db, run } = openImports();
  await run(
    withGroups(
      group('777', [inGroup(1, '61', 'Alone'), named(2, '62', 'Both')]),
      group('778', [inGroup(4, '62', 'Here'), inGroup(3, '61', 'Too'), named(5, '62', 'Stays')]),
    ),
  );
  eraseFromStore(db, '61');
  expect(all(db, 'SELECT name FROM group_names')).toEqual([{ name: 'Stays' }]);
});
