import { statSync } from 'node:fs';
import type { RetentionCounts } from '#shared/domain/retention.ts';
import { noteChangedNames } from './changedNames.ts';
import { truncateWal } from './deletions.ts';
import { countErasable, type ErasableCounts } from './erasable.ts';
import { deleteLeaving, deleteTraces } from './erasedRows.ts';
import type { Erased } from './erasureProof.ts';
import { insertErasure, type StoredErasure } from './erasures.ts';
import { AT_ONCE, markRemnants, readIndexedWords } from './indexErasure.ts';
import {
  collectConversations,
  forgetLeaving,
  listLeavingConversations,
  listLeavingMessages,
  listLeavingPeople,
} from './leaving.ts';
import type { Db } from './open.ts';
import { get, inTransaction } from './sql.ts';

/** SQLite writes a store anew in memory, and in one piece; a larger one is left with room that it uses again, overwritten with zeros. */
const MOST_COMPACTED = 32 * 1024 * 1024;

/**
 * Erases what was collected of a person, and records that, in one transaction: after a crash all of it has happened or nothing. The index
 * may have to be written anew afterwards; see `hasErasedWords`.
 */
export function eraseLeaving(
  db: Db,
  personId: string,
  erasure: Omit<StoredErasure, 'counts'>,
): Omit<Erased, 'words'> & { readonly counts: ErasableCounts } {
  const messageIds = listLeavingMessages(db);
  const erased = {
    personId,
    conversationIds: listLeavingConversations(db),
    messageIds,
    counts: countErasable(db, personId),
  };
  const words = messageIds.length > AT_ONCE ? [] : readIndexedWords(db, messageIds);
  const named = get<{ handle: string; name: string }>(
    db,
    'SELECT handle, name FROM people WHERE x_id = ?',
    personId,
  );
  withoutForeignKeys(db, () =>
    inTransaction(db, () => {
      deleteTraces(db, { id: personId, handle: named?.handle ?? '', name: named?.name ?? '' });
      deleteLeaving(db);
      markRemnants(db, words);
      insertErasure(db, { ...erasure, counts: erased.counts });
    }),
  );
  noteChangedNames(db, [personId]);
  return erased;
}

/**
 * Erases conversations, and their people of whom nothing is left then, in one transaction. Their words are marked as deleted in the index,
 * until it is written anew. Returns how much that was.
 */
export function eraseConversations(
  db: Db,
  ids: readonly string[],
  erasure: Omit<StoredErasure, 'counts'>,
): RetentionCounts {
  try {
    collectConversations(db, ids);
    const people = listLeavingPeople(db);
    const counts = { conversations: ids.length, messages: listLeavingMessages(db).length };
    withoutForeignKeys(db, () =>
      inTransaction(db, () => {
        deleteLeaving(db, 'marked');
        insertErasure(db, { ...erasure, counts });
      }),
    );
    noteChangedNames(db, people);
    return counts;
  } finally {
    forgetLeaving(db);
  }
}

// The setting has no effect inside a transaction.
function withoutForeignKeys(db: Db, work: () => void): void {
  db.pragma('foreign_keys = OFF');
  try {
    work();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

/**
 * Removes what was deleted from the write-ahead log, and writes the file anew without the room that it took. Returns false if the store is
 * too large for that.
 */
export function compactStore(db: Db): boolean {
  const isSmall = (statSync(db.name, { throwIfNoEntry: false })?.size ?? 0) <= MOST_COMPACTED;
  if (isSmall) db.exec('VACUUM');
  truncateWal(db);
  return isSmall;
}
