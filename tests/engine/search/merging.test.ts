import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { startIndexing } from '#engine/search/indexing.ts';
import { storeMessages } from '#engine/store/messages.ts';
import { ensurePeople } from '#engine/store/people.ts';
import { checkIndex, indexWaiting } from '#engine/store/searchIndex.ts';
import { countChanges, run } from '#engine/store/sql.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { createRandom } from '#simulator/base/random.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { countIds } from '../../support/indexMatches.ts';
import { openTestDb } from '../../support/openTestDb.ts';

/** So many messages that FTS5 makes one part of them, and merging seven such parts takes several steps. */
const PAGE = 50;

/** An index in as many parts as there are pages, and the service that merges them. */
function open(pages: number) {
  const db = openTestDb();
  const clock = fakeClock();
  ensurePeople(db, ['1'], MORNING);
  const random = createRandom(5);
  const textOf = () => Array.from({ length: 40 }, () => random().toString(36).slice(2, 8)).join(' ');
  let stored = 0;
  const storePage = () => {
    const facts = Array.from({ length: PAGE }, (_, n) =>
      someMessage({ text: `all ${textOf()}`, at: MORNING + (stored + n) * 1_000 }),
    );
    stored += PAGE;
    storeMessages(db, facts, MORNING);
    indexWaiting(db);
  };
  for (let n = 0; n < pages; n += 1) storePage();
  const failures: string[] = [];
  const start = () => {
    const log = (event: string) => {
      if (event === 'search.indexingFailed') failures.push(event);
    };
    const indexing = startIndexing({ db, clock, log, emit: () => {} });
    onTestFinished(indexing.stop);
    return indexing;
  };
  const countParts = () => db.prepare('SELECT count(DISTINCT segid) FROM messages_fts_idx').pluck().get();
  const checkAll = () => {
    expect(countIds(db, '"all"')).toBe(stored);
    expect(checkIndex(db, MORNING, '16')).toBe(true);
  };
  return { db, clock, failures, start, storePage, countParts, checkAll };
}

test('merges the parts of the index as soon as nothing was written for a while, and changes nothing else', async () => {
  const { clock, start, countParts, checkAll } = open(6);
  start();
  await clock.advance(9 * SECOND_MS);
  expect(countParts()).toBe(6);
  await clock.advance(10 * SECOND_MS);
  expect(countParts()).toBe(1);
  checkAll();
});

test('leaves three parts alone', async () => {
  const { clock, start, countParts } = open(3);
  start();
  await clock.advance(MINUTE_MS);
  expect(countParts()).toBe(3);
});

test('executes nothing more once all is merged, and writes nothing in later starts', async () => {
  const { db, clock, start } = open(6);
  const other = new Database(db.name, { readonly: true });
  onTestFinished(() => void other.close());
  const first = start();
  await clock.advance(10 * MINUTE_MS);
  const changes = countChanges(db);
  await clock.advance(10 * MINUTE_MS);
  expect(countChanges(db)).toBe(changes);
  first.stop();
  const version = other.pragma('data_version', { simple: true });
  start();
  await clock.advance(10 * MINUTE_MS);
  expect(other.pragma('data_version', { simple: true })).toBe(version);
});

test.each(['work', 'writing'] as const)('waits for the end of %s', async (what) => {
  const { db, clock, start, countParts } = open(6);
  const indexing = start();
  for (let seconds = 0; seconds < 60; seconds += 6) {
    if (what === 'work') indexing.onCall('search.messages');
    else run(db, 'UPDATE search_index SET checked_at = ?', seconds);
    await clock.advance(6 * SECOND_MS);
    expect(countParts()).toBe(6);
  }
  await clock.advance(15 * SECOND_MS);
  expect(countParts()).toBe(1);
});

test.each(['work', 'writing'] as const)('stops at %s and goes on afterwards', async (what) => {
  const { clock, start, storePage, countParts, checkAll } = open(7);
  const indexing = start();
  // The second step is taken 10 ms after the first.
  while (countParts() === 7) await clock.advance(1);
  const merging = countParts();
  expect(merging).toBe(8);
  if (what === 'work') indexing.onCall('search.messages');
  else storePage();
  const begun = countParts();
  await clock.advance(9 * SECOND_MS);
  expect(countParts()).toBe(begun);
  checkAll();
  await clock.advance(20 * SECOND_MS);
  expect(countParts()).toBe(what === 'work' ? 1 : 2);
  checkAll();
});

test('a step that fails is tried again only after something was written', async () => {
  const { db, clock, failures, start, storePage, countParts, checkAll } = open(6);
  start();
  db.pragma('query_only = ON');
  await clock.advance(2 * MINUTE_MS);
  db.pragma('query_only = OFF');
  await clock.advance(MINUTE_MS);
  expect(failures).toHaveLength(1);
  expect(countParts()).toBe(6);
  storePage();
  await clock.advance(MINUTE_MS);
  expect(countParts()).toBe(1);
  checkAll();
});
