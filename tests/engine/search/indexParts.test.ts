import { expect, onTestFinished, test } from 'vitest';
import { searchHandlers as handlers } from '#engine/handlers/search.ts';
import { startIndexing } from '#engine/search/indexing.ts';
import { listIndexParts } from '#engine/store/indexParts.ts';
import { listMatches, listMatchesOf, rankMatches } from '#engine/store/indexQuestions.ts';
import { countWords, hasWordWith } from '#engine/store/indexWords.ts';
import { storeMessages } from '#engine/store/messages.ts';
import { migrations } from '#engine/store/migrations/index.ts';
import { closeStore, type Db, openStore } from '#engine/store/open.ts';
import { ensurePeople } from '#engine/store/people.ts';
import { recoverStore } from '#engine/store/recoverStore.ts';
import {
  beginIndexBuild,
  checkIndex,
  indexNextMessages,
  indexWaiting,
  isIndexBuilt,
} from '#engine/store/searchIndex.ts';
import { all, run } from '#engine/store/sql.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { listAllMatches, openWithParts } from '../../support/indexWithParts.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';

const MAX = Number.MAX_SAFE_INTEGER;

/** Stores messages with these texts, a second apart, and indexes them. Returns their row ids. */
function store(db: Db, texts: readonly string[], at = MORNING, personId = '1'): number[] {
  const facts = texts.map((text, n) => someMessage({ text, at: at + n * 1_000, personId }));
  const stored = storeMessages(db, facts, MORNING);
  indexWaiting(db);
  return stored.map(({ id }) => id);
}

const countsOf = (db: Db) => listIndexParts(db).map(({ indexed }) => indexed);

test('a full part is followed by the next, and what arrives late goes to the part of its time', () => {
  const db = openWithParts(3);
  const first = store(db, ['one', 'two', 'three', 'four']);
  const second = store(db, ['five'], MORNING + MINUTE_MS);
  const late = store(db, ['late'], MORNING + 1_500);
  expect(countsOf(db)).toEqual([1, 5]);
  const [newest, oldest] = listIndexParts(db);
  expect(newest?.first).toBe(oldest?.end);
  expect(all(db, `SELECT rowid AS id FROM ${oldest?.table} WHERE text MATCH 'late'`)).toEqual([
    { id: late[0] },
  ]);
  expect(listAllMatches(db, 'one OR two OR three OR four OR five OR late', 2)).toEqual({
    ids: [...second, ...first, ...late].toSorted((a, b) => b - a),
    pages: 3,
  });
  expect(checkIndex(db, MORNING, '16')).toBe(true);
});

test('what comes newest first, as from an archive, fills parts of its time', () => {
  const db = openWithParts(3);
  for (let round = 3; round >= 0; round -= 1) store(db, ['one', 'two', 'three'], MORNING + round * MINUTE_MS);
  // The newest part is for what will be captured.
  expect(countsOf(db)).toEqual([0, 3, 3, 3, 3]);
  store(db, ['late'], MORNING + 2 * MINUTE_MS + 1_500);
  store(db, ['new'], MORNING + 9 * MINUTE_MS);
  expect(countsOf(db)).toEqual([1, 3, 4, 3, 3]);
  const parts = listIndexParts(db);
  expect(parts.slice(1).map(({ end }) => end)).toEqual(parts.slice(0, -1).map(({ first }) => first));
  expect(parts.at(-1)?.first).toBe(0n);
  const { ids } = listAllMatches(db, 'one OR two OR three OR late OR new', 2);
  expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  expect(ids).toHaveLength(14);
  expect(checkIndex(db, MORNING, '16')).toBe(true);
});

test('a full part at the beginning gets no older one that nobody needs', () => {
  const db = openWithParts(2);
  for (let round = 0; round < 4; round += 1) store(db, ['one', 'two'], MORNING + round * MINUTE_MS);
  expect(countsOf(db)).toEqual([2, 2, 2, 2]);
});

test('two full parts are looked into at a time, also if nothing is in them', () => {
  const db = openWithParts(2);
  const [rare = 0] = store(db, ['rare', 'usual']);
  for (let round = 1; round <= 5; round += 1) store(db, ['usual', 'usual'], MORNING + round * MINUTE_MS);
  expect(countsOf(db)).toEqual([2, 2, 2, 2, 2, 2]);
  const ends: (number | null)[] = [];
  for (let before: number | null = MAX; before !== null; ) {
    const found = listMatches(db, 'rare', { from: 0, before }, 5);
    before = found.end;
    ends.push(before);
    expect(found.ids).toEqual(found.end === null ? [rare] : []);
  }
  expect(ends).toHaveLength(3);
  // Parts outside of the range are not looked into.
  expect(listMatches(db, 'rare', { from: 0, before: rare + 1 }, 5)).toEqual({ ids: [rare], end: null });
  expect(listMatches(db, 'rare', { from: rare + 1, before: MAX }, 5).ids).toEqual([]);
});

test('ranks, counts and finds in a history across parts', () => {
  const db = openWithParts(2);
  const ids = [
    ...store(db, ['parcel', 'parcel late'], MORNING, '1'),
    ...store(db, ['parcel lost', 'nothing'], MORNING + MINUTE_MS, '2'),
    ...store(db, ['my parcel is late again', 'parcel'], MORNING + 2 * MINUTE_MS, '1'),
  ];
  expect(countsOf(db)).toEqual([2, 2, 2]);
  expect(listMatchesOf(db, 'parcel', '1', 10)).toEqual([ids[5], ids[4], ids[1], ids[0]]);
  expect(listMatchesOf(db, 'parcel', '1', 3)).toEqual([ids[5], ids[4], ids[1]]);
  const ranked = rankMatches(db, 'parcel', ids);
  expect(ranked.toSorted((a, b) => a - b)).toEqual(ids.filter((id) => id !== ids[3]));
  expect(ranked.at(-1)).toBe(ids[4]);
  expect([...countWords(db, ['parcel', 'late', 'never'])]).toEqual([
    ['parcel', 5],
    ['late', 2],
  ]);
  expect([hasWordWith(db, 'parc'), hasWordWith(db, 'noth'), hasWordWith(db, 'neve')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('later parts are made as the first one is', () => {
  const db = openWithParts(1);
  store(db, ['one']);
  store(db, ['two'], MORNING + MINUTE_MS);
  const [newest, oldest] = listIndexParts(db).map(({ table }) => ({
    config: all(db, `SELECT k, v FROM ${table}_config ORDER BY k`),
    columns: all<{ sql: string }>(db, 'SELECT sql FROM sqlite_schema WHERE name = ?', table).map(({ sql }) =>
      sql
        .replaceAll(/messages_(fts|folded)\w*/g, '')
        .replaceAll(/\s+/g, ' ')
        .replaceAll('"', ''),
    ),
  }));
  expect(newest).toEqual(oldest);
});

test('a build makes even parts, and takes the others away', () => {
  const db = openWithParts(100);
  for (let round = 0; round < 5; round += 1)
    store(
      db,
      Array.from({ length: 4 }, (_, n) => `word${n} all`),
      MORNING + round * MINUTE_MS,
    );
  expect(countsOf(db)).toEqual([20]);
  run(db, 'UPDATE search_index SET part_size = 6');
  beginIndexBuild(db);
  while (!isIndexBuilt(db)) indexNextMessages(db, 3);
  expect(countsOf(db)).toEqual([6, 6, 6, 2]);
  expect(listAllMatches(db, 'all', 50).ids).toHaveLength(20);
  expect(checkIndex(db, MORNING, '16')).toBe(true);
  run(db, 'UPDATE search_index SET part_size = 100');
  beginIndexBuild(db);
  while (!isIndexBuilt(db)) indexNextMessages(db, 50);
  expect(countsOf(db)).toEqual([20]);
  expect(all(db, `SELECT name FROM sqlite_schema WHERE name GLOB 'messages_f*_[0-9]*'`)).toEqual([]);
  expect(checkIndex(db, MORNING, '16')).toBe(true);
});

test('a part with most of the messages is divided when nobody works', async () => {
  const { ctx, clock } = testEngine();
  const db = openWithParts(100, ctx.db);
  for (let round = 0; round < 10; round += 1) store(db, ['all', 'all', 'all'], MORNING + round * MINUTE_MS);
  run(db, 'UPDATE search_index SET part_size = 9');
  const indexing = startIndexing(ctx);
  onTestFinished(indexing.stop);
  await clock.advance(MINUTE_MS);
  expect(countsOf(db)).toEqual([30]);
  await clock.advance(10 * MINUTE_MS);
  expect(countsOf(db).length).toBeGreaterThan(1);
  expect(listAllMatches(db, 'all', 50).ids).toHaveLength(30);
  expect(checkIndex(db, MORNING, '16')).toBe(true);
});

test('what is salvaged of a store has one part, with all messages', () => {
  const dir = testFolder();
  const db = openWithParts(2, openTestDb(dir));
  for (let round = 0; round < 4; round += 1) store(db, ['all', 'all'], MORNING + round * MINUTE_MS);
  expect(countsOf(db)).toEqual([2, 2, 2, 2]);
  closeStore(db);
  expect(recoverStore(dir, 'salvage', MORNING)).toEqual({ ok: true, value: null });
  const salvaged = openTestDb(dir);
  expect(countsOf(salvaged)).toEqual([8]);
  store(salvaged, ['all'], MORNING + 5 * MINUTE_MS);
  expect(listAllMatches(salvaged, 'all', 50).ids).toHaveLength(9);
  expect(checkIndex(salvaged, MORNING, '16')).toBe(true);
});

test('the index of an earlier Perch is one part, also where it was not built yet', () => {
  const dir = testFolder();
  const opened = openStore(dir, { migrations: migrations.filter(({ version }) => version < 64) });
  if (!opened.ok) throw new Error('not opened');
  ensurePeople(opened.value, ['1'], MORNING);
  run(opened.value, 'UPDATE search_index SET checked_at = 1');
  const insert = `INSERT INTO messages (id, kind, x_id, version_x_id, role, reason, author_id, person_id, threaded, text, at, links, media, captured_at, unreadable)
    VALUES (:id, 'post', :id, :id, 'wanted', 'mention', '1', '1', 1, 'all', 1, '[]', '[]', 1, 0)`;
  for (const id of [5, 6, 7]) run(opened.value, insert, { id: BigInt(id) });
  run(opened.value, `INSERT INTO messages_fts (rowid, text) VALUES (7, 'all')`);
  run(opened.value, 'UPDATE search_index SET indexed_from = 7, total = 3, indexed = 1');
  closeStore(opened.value);
  const db = openTestDb(dir);
  expect(listIndexParts(db)).toEqual([
    { table: 'messages_fts', number: 0, first: 7n, end: BigInt(MAX), indexed: 1, erasedWords: null },
  ]);
  while (!isIndexBuilt(db)) indexNextMessages(db, 1);
  expect(listAllMatches(db, 'all', 50).ids).toEqual([7, 6, 5]);
  expect(checkIndex(db, MORNING, '16')).toBe(true);
});

test('a search says how what nobody wrote is spelled once all parts were looked into', async () => {
  const { ctx } = testEngine();
  const db = openWithParts(2, ctx.db);
  store(db, ['where is my parcel', 'hello']);
  for (let round = 1; round <= 3; round += 1) store(db, ['hello', 'hello'], MORNING + round * MINUTE_MS);
  const search = (text: string, after?: string) => {
    const found = handlers['search.messages'](ctx, { text, limit: 50, after });
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    return found.value;
  };
  const first = search('pracel');
  expect(first).toMatchObject({ items: [], total: 0, totalIsExact: false });
  expect(first).not.toHaveProperty('didYouMean');
  const last = search('pracel', first.next);
  expect(last).toMatchObject({ items: [], didYouMean: 'parcel' });
  expect(last).not.toHaveProperty('next');
});
