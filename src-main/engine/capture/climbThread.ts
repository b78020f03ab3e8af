import type { Db } from '../store/open.ts';
import { getThreadPost, insertMissingParent, isOwnMessage, MAX_THREAD_DEPTH } from '../store/parents.ts';
import { linkContext } from '../store/threading.ts';

/** Where to start: at a person's message or a post of the account that is nobody's, or at a post some steps above it. */
export interface ThreadStep {
  readonly personId: string;
  readonly forMessageId: number;
  readonly inReplyTo: string | null;
  readonly depth: number;
}

/**
 * Follows a thread upwards from a message: stored posts become context that is shown with a person's message, and the first
 * one that is not stored is recorded as missing. From a post of the account that is nobody's it goes up to the first post that
 * is somebody's, and links nothing. Call it within a transaction; repeating it changes nothing.
 */
export function climbThread(db: Db, from: ThreadStep): void {
  const { personId, forMessageId } = from;
  let xId = from.inReplyTo;
  if (xId === null) return;
  const isFromOwn = isOwnMessage(db, forMessageId);
  for (let depth = from.depth + 1; xId !== null && depth <= MAX_THREAD_DEPTH; depth += 1) {
    const parent = getThreadPost(db, xId);
    if (!parent) {
      insertMissingParent(db, { xId, personId, forMessageId, depth });
      return;
    }
    if (parent.id === forMessageId) return;
    if (isFromOwn && parent.personId !== personId) return;
    const isOfPerson = parent.personId === personId && parent.role !== 'context';
    if (!isOfPerson) linkContext(db, personId, parent.id, forMessageId);
    xId = parent.inReplyTo;
  }
}
