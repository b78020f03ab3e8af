import { MINUTE_MS } from '#shared/time.ts';
import type { CapturedMessage } from '../../capture/toFacts.ts';
import { normaliseText } from '../../conversations/sameText.ts';
import { isLocalId, isStored, listWritten } from '../../store/importedMessages.ts';
import type { Db } from '../../store/open.ts';

/**
 * Leaves out messages from tables that are stored already: by their X id, else by the same text of the same person in the same direction,
 * up to a minute earlier or later. Tools note when they received a message, and some leave out the seconds.
 */
export function withoutKnown<M extends { readonly facts: CapturedMessage; readonly table?: unknown }>(
  db: Db,
  archived: readonly M[],
): M[] {
  return archived.filter(({ facts, table }) => {
    if (!table) return true;
    const { xId } = facts;
    if (isStored(db, xId)) return false;
    // Two ids of X are two messages, whatever they say.
    return !listSame(db, facts).some((one) => isLocalId(xId) || isLocalId(one.xId));
  });
}

/** The stored messages that say the same as another one, from a minute earlier to a minute later. */
export function listSame(db: Db, facts: CapturedMessage): ReturnType<typeof listWritten> {
  const minute = Math.floor(facts.at / MINUTE_MS) * MINUTE_MS;
  const words = normaliseText(facts.text);
  const near = listWritten(db, facts, minute - MINUTE_MS, minute + 2 * MINUTE_MS - 1);
  return near.filter(({ text }) => normaliseText(text) === words);
}
