import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Db } from '../store/open.ts';
import { getLastCaptured, getReadThrough, getSeenUntil, type SeenUntil } from '../store/seenMessages.ts';
import { countUnanswered } from '../store/summaries.ts';

/** A conversation, and how far a caller says to have seen it. */
export interface Viewer {
  readonly id: string;
  readonly personId: string;
  /** The message captured last of those that the agent has seen. */
  readonly seenThrough: string | undefined;
}

/**
 * How far the author of a reply has seen a conversation: up to `seenThrough`, or all that is captured. Error: `notFound` (message).
 */
export function findSeenByAuthor(db: Db, { id, personId, seenThrough }: Viewer): Result<SeenUntil, AppError> {
  if (seenThrough === undefined) return ok(toAllCaptured(db, id));
  const seenUntil = getSeenUntil(db, personId, seenThrough);
  return seenUntil === null ? err({ code: 'notFound', what: 'message', id: seenThrough }) : ok(seenUntil);
}

/**
 * How far agents have seen a conversation: up to `seenThrough`, or where it was marked as read beyond that. Without both,
 * all that is captured counts as seen, since scripts may never mark anything. Error: `notFound` (message).
 */
export function findSeen(db: Db, viewer: Viewer): Result<SeenUntil, AppError> {
  const readThrough = getReadThrough(db, viewer.id);
  if (viewer.seenThrough === undefined && readThrough > 0) return ok(readThrough);
  const seen = findSeenByAuthor(db, viewer);
  return seen.ok ? ok(Math.max(seen.value, readThrough)) : seen;
}

/** How far whoever has seen all that is captured by now has seen a conversation; 0 if there is nothing. */
export const toAllCaptured = (db: Db, id: string): SeenUntil => getLastCaptured(db, id)?.capturedAt ?? 0;

/**
 * The same as `findSeen`, for what settles a conversation or hides it. Error `unseenMessages` if the person wrote something that no
 * agent has seen or replied to, so that it must not go with the rest.
 */
export function requireSeen(db: Db, viewer: Viewer): Result<SeenUntil, AppError> {
  const seen = findSeen(db, viewer);
  if (!seen.ok) return seen;
  const count = countUnanswered(db, viewer.id, seen.value);
  return count > 0 ? err({ code: 'unseenMessages', count }) : seen;
}
