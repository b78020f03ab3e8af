import { toUnsentMessage } from '#shared/domain/message.ts';
import type { PersonSummary } from '#shared/domain/person.ts';
import type { OrderedMessage } from './history.ts';
import type { Db } from './open.ts';
import { listUnsentOutboxRows } from './outboxLists.ts';
import { toRest } from './outboxRow.ts';
import { rowIdCeiling } from './rowIds.ts';

/**
 * Replies to a person that are not stored as messages of X yet, the oldest first; `author` is the account that sends them.
 */
export function listUnsent(db: Db, personId: string, author: PersonSummary): OrderedMessage[] {
  return listUnsentOutboxRows(db, personId).map((row) => ({
    rowId: rowIdCeiling(row.createdAt),
    message: toUnsentMessage({ ...row, text: toRest(row), agent: row.agentName, author, outboxId: row.id }),
  }));
}
