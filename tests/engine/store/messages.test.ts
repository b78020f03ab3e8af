import { beforeEach, describe, expect, test } from 'vitest';
import { openConversation } from '#engine/store/conversationChanges.ts';
import { listHistory } from '#engine/store/history.ts';
import { storeMessages } from '#engine/store/messages.ts';
import type { Db } from '#engine/store/open.ts';
import { ensurePeople } from '#engine/store/people.ts';
import { rowIdCeiling, rowIdFloor } from '#engine/store/rowIds.ts';
import { loadHits } from '#engine/store/searchMessages.ts';
import { storeSentMessage } from '#engine/store/sentMessages.ts';
import { MORNING, someMessage, testAccount } from '../../support/builders.ts';
import { listIds } from '../../support/indexMatches.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { snowflake } from '../../support/snowflake.ts';

const MAX = Number.MAX_SAFE_INTEGER;
let db: Db;
beforeEach(() => {
  db = openTestDb();
  ensurePeople(db, ['1', '2', testAccount.id], MORNING);
});

const texts = () => listHistory(db, '1', MAX, 100).map(({ message }) => message.text);
const found = (word: string) => loadHits(db, listIds(db, `"${word}"`)).map(({ message }) => message.text);

describe('row ids', () => {
  test('sort by time after a backfill', () => {
    for (const minutes of [5, 9, 1, 7, 3]) {
      storeMessages(db, [someMessage({ at: MORNING + minutes * 60_000, text: String(minutes) })], MORNING);
    }
    expect(texts()).toEqual(['9', '7', '5', '3', '1']);
  });

  test('keep the order of X ids within a second, the precision of X’s times', () => {
    const ids = [900, 100, 500].map((ms) => snowflake(MORNING + ms));
    for (const xId of ids) storeMessages(db, [someMessage({ xId, at: MORNING, text: xId })], MORNING);
    expect(texts()).toEqual(ids.toSorted().toReversed());
  });

  test('overflow into the next millisecond if one has more messages than ids', () => {
    const many = Array.from({ length: 4_100 }, (_, n) => someMessage({ xId: `x${n}`, at: MORNING }));
    const rows = storeMessages(db, many, MORNING);
    expect(new Set(rows.map((row) => row.id)).size).toBe(4_100);
    expect(Math.min(...rows.map((row) => row.id))).toBe(rowIdFloor(MORNING));
    expect(Math.max(...rows.map((row) => row.id))).toBeLessThan(rowIdCeiling(MORNING + 1));
  });

  test('bound every date range', () => {
    const [row] = storeMessages(db, [someMessage({ at: MORNING })], MORNING);
    expect(row?.id).toBeGreaterThanOrEqual(rowIdFloor(MORNING));
    expect(row?.id).toBeLessThan(rowIdFloor(MORNING + 1_000));
  });

  test.each([0, -5, 8.64e15])('stay exact numbers for the time %d', (at) => {
    expect(Number.isSafeInteger(rowIdCeiling(at))).toBe(true);
    expect(rowIdFloor(at)).toBeGreaterThan(0);
  });
});

describe('a message', () => {
  test('is stored once', () => {
    const message = someMessage();
    expect(storeMessages(db, [message], MORNING)[0]?.change).toBe('added');
    expect(storeMessages(db, [message, message], MORNING).map((row) => row.change)).toEqual(['none', 'none']);
    expect(texts()).toHaveLength(1);
  });

  test('turns from context into wanted, never the other way round', () => {
    const message = someMessage();
    const context = { ...message, role: 'context', reason: null } as const;
    const change = () =>
      [context, message, context].map((one) => storeMessages(db, [one], MORNING)[0]?.change);
    expect(change()).toEqual(['added', 'promoted', 'none']);
    expect(listHistory(db, '1', MAX, 1)[0]?.message.context).toBe(false);
  });

  test.each([
    ['in order', [0, 1, 2]],
    ['in any order', [2, 0, 1]],
    ['twice', [0, 2, 2, 1, 0]],
  ])('has its newest version when edits arrive %s', (_, order) => {
    const ids = [0, 1, 2].map((n) => snowflake(MORNING + n * 1_000));
    const versions = ids.map((id, n) =>
      someMessage({ xId: ids[0] ?? '', versionXId: id, text: `version${n}` }),
    );
    for (const n of order) storeMessages(db, versions.slice(n, n + 1), MORNING);
    expect(texts()).toEqual(['version2']);
    expect(found('version2')).toEqual(['version2']);
    expect(found('version0')).toEqual([]);
    expect(listHistory(db, '1', MAX, 1)[0]?.message.xId).toBe(ids[2]);
  });

  test('can change twice within the page that brings it', () => {
    const xId = snowflake(MORNING);
    const versions = [1, 2].map((n) =>
      someMessage({ xId, versionXId: snowflake(MORNING, n), text: `v${n}` }),
    );
    storeMessages(db, versions, MORNING);
    expect([...found('v1'), ...found('v2')]).toEqual(['v2']);
    db.exec(`INSERT INTO messages_fts (messages_fts, rank) VALUES ('integrity-check', 1)`);
  });

  test.each([
    ['a NUL', 'a\0b', 'a\0b'],
    ['a line separator', 'a\u2028b', 'a\u2028b'],
    ['bidi controls', '\u202Eabc\u202C', '\u202Eabc\u202C'],
    ['a family emoji', '👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
    ['half an emoji, which UTF-8 cannot hold', 'a\uD83D', 'a\uFFFD'],
  ])('keeps %s', (_, text, kept) => {
    storeMessages(db, [someMessage({ text })], MORNING);
    expect(texts()).toEqual([kept]);
  });
});

test('a reply that capture stored first is moved to its conversation', () => {
  const id = openConversation(db, someMessage({ reason: 'dm' }) as never, {
    dueAt: MORNING,
    lateAt: MORNING,
    dueReply: 'first',
    dueLevel: null,
  });
  const own = someMessage({ kind: 'dm', role: 'own', text: 'from us', reason: null });
  storeMessages(db, [own], MORNING);
  const sent = { kind: 'dm', xId: own.xId, text: 'from us', at: own.at, inReplyTo: null } as const;
  storeSentMessage(db, { ...sent, accountId: testAccount.id, personId: '1', conversationId: id }, MORNING);
  const history = listHistory(db, '1', MAX, 10);
  expect(history.map(({ message }) => [message.text, message.conversationId])).toEqual([['from us', id]]);
});
