import type { AppError } from '#shared/errors.ts';
import type { EngineContext } from '../context/context.ts';
import { countCapturedAfter, getReadThrough, toSeenAt } from '../store/seenMessages.ts';

/**
 * The error `unseenMessages` if the person wrote something that the agent cannot have seen, so that it must not be settled or hidden
 * with the rest; else null. The agent has seen everything up to the message `seenThrough`; without that, everything that was
 * captured when the conversation was last marked as read, or by now if it never was.
 */
export function findUnseen(
  { db, clock }: Pick<EngineContext, 'db' | 'clock'>,
  conversationId: string,
  seenThrough: string | undefined,
): AppError | null {
  const seenAt =
    seenThrough === undefined
      ? getReadThrough(db, conversationId) || clock.now()
      : toSeenAt(db, conversationId, seenThrough);
  const count = countCapturedAfter(db, conversationId, seenAt);
  return count > 0 ? { code: 'unseenMessages', count } : null;
}
