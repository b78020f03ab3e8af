import { expect, test } from 'vitest';
import { storeMessages } from '#engine/store/messages.ts';
import type { Db } from '#engine/store/open.ts';
import { ensurePeople } from '#engine/store/people.ts';
import { checkIndex, indexWaiting } from '#engine/store/searchIndex.ts';
import { all, run } from '#engine/store/sql.ts';
import { createRandom } from '#simulator/base/random.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { eraseFromStore } from '../../support/eraseFromStore.ts';
import { openTestDb } from '../../support/openTestDb.ts';

/** The beginnings of pages of the index that are no beginning of a word in it. */
function listRemnants(db: Db): string[] {
  run(db, 'CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab (main, messages_fts, row)');
  const words = all<{ term: string }>(db, 'SELECT term FROM temp.words').map(({ term }) => term);
  const begins = all<{ begin: string }>(
    db,
    'SELECT CAST(substr(term, 2) AS TEXT) AS begin FROM messages_fts_idx WHERE length(term) > 1',
  );
  return begins.map(({ begin }) => begin).filter((begin) => !words.some((word) => word.startsWith(begin)));
}

test('no page of the index begins with a word that only an erased person had', () => {
  const db = openTestDb();
  ensurePeople(db, ['1', '2'], MORNING);
  const random = createRandom(3);
  const word = () => random().toString(36).slice(2, 9);
  const of = (personId: string, from: number) =>
    Array.from({ length: 600 }, (_, n) =>
      someMessage({
        personId,
        at: MORNING + (from + n) * 1_000,
        text: Array.from({ length: 10 }, word).join(' '),
      }),
    );
  storeMessages(db, [...of('1', 0), ...of('2', 600)], MORNING);
  indexWaiting(db);
  run(db, `INSERT INTO messages_fts (messages_fts) VALUES ('optimize')`);
  expect(listRemnants(db)).toEqual([]);
  eraseFromStore(db, '1');
  expect(listRemnants(db)).toEqual([]);
  expect(checkIndex(db, MORNING, '16')).toBe(true);
});
