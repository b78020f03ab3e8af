import { listMatches } from '#engine/store/indexQuestions.ts';
import type { Db } from '#engine/store/open.ts';
import { ensurePeople } from '#engine/store/people.ts';
import { run } from '#engine/store/sql.ts';
import { MORNING } from './builders.ts';
import { openTestDb } from './openTestDb.ts';

/** A store whose index has parts of so many messages. */
export function openWithParts(size: number, db = openTestDb()): Db {
  run(db, 'UPDATE search_index SET part_size = ?', size);
  ensurePeople(db, ['1', '2'], MORNING);
  return db;
}

/** What is found on all pages, and how many there are. */
export function listAllMatches(db: Db, match: string, limit: number) {
  const ids: number[] = [];
  let pages = 0;
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null; pages += 1) {
    const found: ReturnType<typeof listMatches> = listMatches(db, match, { from: 0, before }, limit);
    ids.push(...found.ids);
    before = found.end;
  }
  return { ids, pages };
}
