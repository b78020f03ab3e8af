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

const group = (conversationId: string, messages: readonly unknown[]) => ({
  dmConversation: { conversationId, messages },
});

const someGroup = group('777', [
  { joinConversation: { initiatingUserId: '61', participantsSnapshot: ['61', '62', own] } },
  inGroup(3, own, 'Ours to all'),
  inGroup(2, '62', 'Second umbrella'),
  inGroup(1, '61', 'First umbrella'),
  { conversationNameUpdate: { initiatingUserId: '61', name: 'Friends' } },
]);

const withGroups = (...groups: readonly unknown[]) =>
  newLayout({ tweets: [], conversations: [] }, { files: { 'direct-messages-group': groups } });

const historyOf = (db: Parameters<typeof listHistory>[0], id: string) =>
  listHistory(db, id, EVER, 500).map(({ message }) => message);

test('messages of a group are stored once, in the histories of their authors and in no conversation', async () => {
  const { db, run } = openImports();
  const done = await run(withGroups(someGroup));
  expect(done).toMatchObject({ posts: 0, dms: 3, people: 3 });
  expect(counted(done.skipped)).toEqual({ groupMessage: 2 });
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
