import { expect, test } from 'vitest';
import { listIndexParts } from '#engine/store/indexParts.ts';
import * as questions from '#engine/store/indexQuestions.ts';
import { storeMessages } from '#engine/store/messages.ts';
import type { Db } from '#engine/store/open.ts';
import { ensurePeople } from '#engine/store/people.ts';
import * as searchIndex from '#engine/store/searchIndex.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { onStatement } from '../../support/onStatement.ts';
import { openTestDb } from '../../support/openTestDb.ts';

type Called = Exclude<keyof typeof searchIndex | keyof typeof questions, 'default'>;

const everything = { from: 0, before: Number.MAX_SAFE_INTEGER };

/** How each function of the search index is called; one that is missing here does not compile. */
const calls: Record<Called, (db: Db, ids: readonly number[]) => unknown> = {
  indexMessages: (db, ids) => searchIndex.indexMessages(db, ids),
  indexWaiting: (db) => searchIndex.indexWaiting(db),
  unindexMessage: (db, ids) => {
    for (const [n, id] of ids.entries()) searchIndex.unindexMessage(db, id, `word ${n}`);
  },
  askIndex: (db) => searchIndex.askIndex(db, () => {}),
  listMatches: (db) => questions.listMatches(db, '"word"', everything, 10),
  listMatchesOf: (db) => questions.listMatchesOf(db, '"word"', '1', 10),
  rankMatches: (db, ids) => questions.rankMatches(db, '"word"', ids),
  hasMatch: (db) => questions.hasMatch(db, '"word"'),
  getIndexProgress: (db) => searchIndex.getIndexProgress(db),
  isIndexBuilt: (db) => searchIndex.isIndexBuilt(db),
  isIndexComplete: (db) => searchIndex.isIndexComplete(db),
  isFoldedOtherwise: (db) => searchIndex.isFoldedOtherwise(db),
  isIndexUnchecked: (db) => searchIndex.isIndexUnchecked(db, 0, '16'),
  requestIndexCheck: (db) => searchIndex.requestIndexCheck(db),
  beginIndexBuild: (db) => searchIndex.beginIndexBuild(db),
  indexNextMessages: (db) => {
    searchIndex.beginIndexBuild(db);
    searchIndex.indexNextMessages(db, 2);
    storeMessages(db, [someMessage({ text: 'later', at: MORNING + 60_000 })], MORNING);
    searchIndex.indexNextMessages(db, 2);
  },
  mergeIndex: (db) => searchIndex.mergeIndex(db, 16),
  checkNextOfIndex: (db) => searchIndex.checkNextOfIndex(db, MORNING, MORNING, '16'),
  flush: (db) => listIndexParts(db).map((part) => searchIndex.flush(db, part)),
  mergePart: (db) => listIndexParts(db).map((part) => searchIndex.mergePart(db, part, 16)),
  checkIndex: (db) => searchIndex.checkIndex(db, MORNING, '16'),
  rebuildIfDamaged: (db) => searchIndex.rebuildIfDamaged(db, () => {}),
  isIndexDamage: () => searchIndex.isIndexDamage(null),
};

/** What may be executed while messages wait: indexing them or others, and what has nothing to do with single messages. */
const isHarmless = (sql: string) =>
  ['FROM unindexed', 'WHERE id >= ? AND id < ?', "'flush'", "'delete-all'", "'merge'"].some((part) =>
    sql.includes(part),
  );

test.each(Object.entries(calls))('%s asks and changes nothing that waits to be indexed', (_, call) => {
  const raw = openTestDb();
  ensurePeople(raw, ['1'], MORNING);
  const store = (n: number) =>
    storeMessages(raw, [someMessage({ text: `word ${n}`, at: MORNING + n * 1_000 })], MORNING)[0]?.id ?? 0;
  const indexed = store(0);
  searchIndex.indexWaiting(raw);
  const waiting = store(1);
  const waits = raw.prepare('SELECT message_id FROM unindexed').pluck();
  const early: string[] = [];
  const db = onStatement(raw, (sql, values) => {
    if (!sql.includes('messages_fts') || isHarmless(sql)) return;
    const ids = waits.all();
    const [bound] = values;
    const removed =
      sql.includes("'delete'") && typeof bound === 'object' && bound && 'id' in bound
        ? Number(bound.id)
        : null;
    if (removed === null ? ids.length > 0 : ids.includes(removed)) early.push(sql);
  });
  call(db, [indexed, waiting]);
  expect(early).toEqual([]);
});
