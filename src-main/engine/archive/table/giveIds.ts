import type { CapturedMessage } from '../../capture/toFacts.ts';
import { giveXId, hasImported, isLocalId, isStored } from '../../store/importedMessages.ts';
import type { Db } from '../../store/open.ts';
import { listSame } from './withoutKnown.ts';

/**
 * Gives messages that a table brought without an id of X the id that an archive of X has for them, so that the archive does not store them
 * a second time. Call it within a transaction.
 */
export function giveIds(db: Db, archived: readonly CapturedMessage[]): void {
  if (!hasImported(db)) return;
  for (const facts of archived) {
    if (isLocalId(facts.xId) || isStored(db, facts.xId)) continue;
    const same = listSame(db, facts).find(({ xId, kind }) => isLocalId(xId) && kind === facts.kind);
    if (same) giveXId(db, same.id, facts);
  }
}
