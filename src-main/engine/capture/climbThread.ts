import type { Db } from '../store/open.ts';
import { getThreadPost, wantParent } from '../store/parents.ts';
import { linkContext } from '../store/threading.ts';

/** A thread is followed no further up than this. */
const DEEPEST = 20;

/** Where a climb begins: at a person's message, or at a post some steps above it. */
export interface Foothold {
  readonly personId: string;
  readonly forMessageId: number;
  readonly inReplyTo: string | null;
  readonly depth: number;
}

/**
 * Shows all stored posts above a person's message with it, and wants the first one that is not stored. Call it within a
 * transaction; again changes nothing.
 */
export function climbThread(db: Db, from: Foothold): void {
  const { personId, forMessageId } = from;
  let xId = from.inReplyTo;
  for (let depth = from.depth + 1; xId !== null && depth <= DEEPEST; depth += 1) {
    const parent = getThreadPost(db, xId);
    if (!parent) {
      wantParent(db, { xId, personId, forMessageId, depth });
      return;
    }
    if (parent.id === forMessageId) return;
    const isOfPerson = parent.personId === personId && parent.role !== 'context';
    if (!isOfPerson) linkContext(db, personId, parent.id, forMessageId);
    xId = parent.inReplyTo;
  }
}
