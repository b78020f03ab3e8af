import type { Db } from '../store/open.ts';
import { getThreadPost, insertMissingParent } from '../store/parents.ts';
import { linkContext } from '../store/threading.ts';

/** Threads are followed this many steps up and no further. */
const MAX_DEPTH = 20;

/** Where to start: at a person's message, or at a post some steps above it. */
export interface ThreadStep {
  readonly personId: string;
  readonly forMessageId: number;
  readonly inReplyTo: string | null;
  readonly depth: number;
}

/**
 * Follows a thread upwards from a person's message: stored posts become context that is shown with the message, and the
 * first one that is not stored is recorded as missing. Call it within a transaction; repeating it changes nothing.
 */
export function climbThread(db: Db, from: ThreadStep): void {
  const { personId, forMessageId } = from;
  let xId = from.inReplyTo;
  for (let depth = from.depth + 1; xId !== null && depth <= MAX_DEPTH; depth += 1) {
    const parent = getThreadPost(db, xId);
    if (!parent) {
      insertMissingParent(db, { xId, personId, forMessageId, depth });
      return;
    }
    if (parent.id === forMessageId) return;
    const isOfPerson = parent.personId === personId && parent.role !== 'context';
    if (!isOfPerson) linkContext(db, personId, parent.id, forMessageId);
    xId = parent.inReplyTo;
  }
}
