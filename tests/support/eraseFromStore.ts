import { eraseLeaving } from '#engine/store/eraseLeaving.ts';
import { ledgerOf } from '#engine/store/erasureLedger.ts';
import { hasErasedWords, rewriteIndex } from '#engine/store/indexErasure.ts';
import { collectPerson, forgetLeaving } from '#engine/store/leaving.ts';
import type { Db } from '#engine/store/open.ts';
import { MORNING } from './builders.ts';

/** Erases a person in the morning, as `people.erase` does. */
export function eraseFromStore(db: Db, personId: string): void {
  ledgerOf(db).add(personId, { id: `erasure of ${personId}`, at: MORNING, hasOptedOut: false });
  collectPerson(db, personId);
  eraseLeaving(db, personId, {
    id: `erasure of ${personId}`,
    at: MORNING,
    agent: null,
    deletesBackups: false,
  });
  forgetLeaving(db);
  while (hasErasedWords(db)) rewriteIndex(db, 100);
}
