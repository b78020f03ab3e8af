import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findMessages } from '#engine/search/findMessages.ts';
import { startIndexing } from '#engine/search/indexing.ts';
import { makeCopy } from '#engine/store/copies.ts';
import { eraseMessage } from '#engine/store/deletions.ts';
import { hasMatch, listMatchesOf, rankMatches } from '#engine/store/indexQuestions.ts';
import { storeMessages } from '#engine/store/messages.ts';
import { closeStore, type Db, STORE_FILE } from '#engine/store/open.ts';
import { openReadOnly } from '#engine/store/openReadOnly.ts';
import { ensurePeople } from '#engine/store/people.ts';
import { recoverStore } from '#engine/store/recoverStore.ts';
import {
  beginIndexBuild,
  checkIndex,
  indexNextMessages,
  indexWaiting,
  isIndexBuilt,
  isIndexComplete,
} from '#engine/store/searchIndex.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { countIds } from '../../support/indexMatches.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';
import { snowflake } from '../../support/snowflake.ts';

/** A store in which messages with these texts wait. */
function openWith(texts: readonly string[], dir = testFolder()) {
  const db = openTestDb(dir);
  ensurePeople(db, ['1'], MORNING);
  const facts = texts.map((text, n) => someMessage({ text, at: MORNING + n * 1_000 }));
  const ids = storeMessages(db, facts, MORNING).map(({ id }) => id);
  const edit = (n: number, text: string) => {
    const known = facts[n] as (typeof facts)[number];
    storeMessages(db, [{ ...known, versionXId: snowflake(MORNING + 60_000), text }], MORNING);
  };
  return { db, dir, ids, edit, erase: (n: number) => eraseMessage(db, ids[n] ?? 0, MORNING) };
}

const countWaiting = (db: Db) => db.prepare('SELECT count(*) FROM unindexed').pluck().get();

/** Everything that the index contains, as it is, with how often. */
function listWords(db: Db): Record<string, number> {
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab (main, messages_fts, row)`);
  const words = db.prepare('SELECT term, cnt FROM words').raw().all() as [string, number][];
  return Object.fromEntries(words);
}

const expectWhole = (db: Db, words: Record<string, number>) => {
  indexWaiting(db);
  expect(countWaiting(db)).toBe(0);
  expect(listWords(db)).toEqual(words);
  expect(checkIndex(db, MORNING, '16')).toBe(true);
};

const search = (db: Db, text: string) => {
  const found = findMessages(db, { text, limit: 50 }, MORNING);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};

test('messages wait after they were stored', () => {
  const { db } = openWith(['one', 'two']);
  expect(countWaiting(db)).toBe(2);
  expect(listWords(db)).toEqual({});
});

test.each([
  ['listMatches', (db: Db) => countIds(db, '"two"')],
  ['rankMatches', (db: Db, ids: number[]) => rankMatches(db, '"two"', ids).length],
  ['hasMatch', (db: Db) => Number(hasMatch(db, '"two"'))],
  ['listMatchesOf', (db: Db) => listMatchesOf(db, '"two"', '1', 10).length],
  ['findMessages', (db: Db) => search(db, 'two').items.length],
  ['isIndexComplete', (db: Db) => Number(isIndexComplete(db))],
  ['checkIndex', (db: Db) => Number(checkIndex(db, MORNING, '16'))],
] as const)('%s has them indexed first', (_, ask) => {
  const { db, ids } = openWith(['one', 'two']);
  expect(ask(db, ids)).toBe(1);
  expectWhole(db, { one: 1, two: 1 });
});

test('a filter finds them too, and nothing is incomplete', () => {
  const { db } = openWith(['one', 'two']);
  expect(search(db, 'kind:post')).toMatchObject({ total: 2 });
  expect(search(db, 'kind:post')).not.toHaveProperty('incomplete');
});

test('only the last wording of an edited message enters the index', () => {
  const { db, edit } = openWith(['before secret', 'other']);
  edit(0, 'after');
  expect(countWaiting(db)).toBe(2);
  expectWhole(db, { after: 1, other: 1 });
});

test('an erased message never enters the index', () => {
  const { db, erase } = openWith(['secret', 'other']);
  erase(0);
  expectWhole(db, { other: 1 });
});

test('messages that are indexed are edited and erased as ever while others wait', () => {
  const { db, edit, erase } = openWith(['before', 'secret', 'other']);
  indexWaiting(db);
  storeMessages(db, [someMessage({ text: 'late', at: MORNING + 30_000 })], MORNING);
  edit(0, 'after');
  erase(1);
  expect(countWaiting(db)).toBe(2);
  expect(listWords(db)).toEqual({ other: 1 });
  // Once more, while it waits again.
  erase(0);
  expectWhole(db, { late: 1, other: 1 });
});

test('several versions in one page are one message', () => {
  const { db } = openWith(['other']);
  const first = someMessage({ text: 'before', at: MORNING + 30_000 });
  const second = { ...first, versionXId: snowflake(MORNING + 60_000), text: 'after' };
  storeMessages(db, [first, second], MORNING);
  expectWhole(db, { after: 1, other: 1 });
});

test('a build takes those that wait as well, each once', () => {
  const { db } = openWith(['one', 'two', 'three']);
  beginIndexBuild(db);
  expect(countWaiting(db)).toBe(0);
  indexNextMessages(db, 1);
  storeMessages(db, [someMessage({ text: 'newest', at: MORNING + 60_000 })], MORNING);
  storeMessages(db, [someMessage({ text: 'oldest', at: MORNING - 60_000 })], MORNING);
  expect(countWaiting(db)).toBe(1);
  expect(search(db, 'newest')).toMatchObject({ total: 1, incomplete: true });
  while (!isIndexBuilt(db)) indexNextMessages(db, 2);
  expectWhole(db, { newest: 1, oldest: 1, one: 1, three: 1, two: 1 });
});

test('a damaged index is built again with those that wait, each once', () => {
  const { db } = openWith(['one', 'two', 'three']);
  indexWaiting(db);
  const late = Array.from({ length: 20 }, (_, n) =>
    someMessage({ text: 'late', at: MORNING + 60_000 + n * 1_000 }),
  );
  storeMessages(db, late, MORNING);
  db.unsafeMode();
  db.exec(`UPDATE messages_fts_data SET block = x'0102' WHERE id = 10`);
  db.unsafeMode(false);
  indexWaiting(db);
  expect(isIndexBuilt(db)).toBe(false);
  expect(countWaiting(db)).toBe(0);
  while (!isIndexBuilt(db)) indexNextMessages(db, 5);
  expectWhole(db, { late: 20, one: 1, three: 1, two: 1 });
});

test('many are indexed with the page that makes them many', () => {
  const { db } = openWith(Array.from({ length: 1_999 }, () => 'word'));
  expect(countWaiting(db)).toBe(1_999);
  storeMessages(db, [someMessage({ text: 'word', at: MORNING + 9_000_000 })], MORNING);
  expect(countWaiting(db)).toBe(0);
  expectWhole(db, { word: 2_000 });
});

test('the service indexes them within seconds, and when it stops', async () => {
  const { db } = openWith(['one']);
  const clock = fakeClock();
  const indexing = startIndexing({ db, clock, log: () => {}, emit: () => {} });
  await clock.advance(1);
  expect(listWords(db)).toEqual({ one: 1 });
  storeMessages(db, [someMessage({ text: 'two', at: MORNING + 60_000 })], MORNING);
  await clock.advance(5_000);
  expect(listWords(db)).toEqual({ one: 1, two: 1 });
  storeMessages(db, [someMessage({ text: 'three', at: MORNING + 70_000 })], MORNING);
  indexing.stop();
  expectWhole(db, { one: 1, three: 1, two: 1 });
});

test('a search on a full disk finds what is indexed, and says that this is not all', () => {
  const { db } = openWith(['word one']);
  indexWaiting(db);
  const long = Array.from({ length: 4_000 }, (_, n) => `w${n}`).join(' ');
  storeMessages(db, [someMessage({ text: `word ${long}`, at: MORNING + 60_000 })], MORNING);
  const pages = db.pragma('page_count', { simple: true });
  db.pragma(`max_page_count = ${pages}`);
  expect(() => indexWaiting(db)).toThrow('full');
  expect(search(db, 'word')).toMatchObject({ total: 1, incomplete: true });
  db.pragma('max_page_count = 1000000');
  expect(search(db, 'word')).toMatchObject({ total: 2 });
  expect(checkIndex(db, MORNING, '16')).toBe(true);
});

test('a store that is opened for reading has what is indexed, and says that this is not all', () => {
  const { db, dir } = openWith(['word one']);
  indexWaiting(db);
  storeMessages(db, [someMessage({ text: 'word two', at: MORNING + 60_000 })], MORNING);
  const file = join(dir, STORE_FILE);
  const reading = openReadOnly(dir, { code: 'storeUnwritable', file, detail: 'full' });
  if (!reading) throw new Error('not opened');
  onTestFinished(() => void reading.close());
  expect(search(reading, 'word')).toMatchObject({ total: 1, incomplete: true });
  expect(search(reading, 'kind:post')).toMatchObject({ total: 2, incomplete: true });
  indexWaiting(db);
  expect(search(reading, 'word')).toMatchObject({ total: 2 });
  expect(search(reading, 'word')).not.toHaveProperty('incomplete');
});

test('a copy has the record of those that wait', async () => {
  const { db, dir } = openWith(['one', 'two']);
  const copy = await makeCopy(db, dir, MORNING, { log: () => {} });
  const other = testFolder();
  copyFileSync(copy?.file ?? '', join(other, STORE_FILE));
  const copied = openTestDb(other);
  expect(countWaiting(copied)).toBe(2);
  expect(search(copied, 'two')).toMatchObject({ total: 1 });
  expectWhole(copied, { one: 1, two: 1 });
});

test('salvaging indexes each once', () => {
  const { db, dir } = openWith(['one', 'two']);
  closeStore(db);
  expect(recoverStore(dir, 'salvage', MORNING)).toMatchObject({ ok: true });
  const salvaged = openTestDb(dir);
  expect(countWaiting(salvaged)).toBe(0);
  expectWhole(salvaged, { one: 1, two: 1 });
});
