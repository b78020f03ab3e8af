import type { EngineContext } from '../context/context.ts';
import { listThreadCandidates, type ThreadCandidate } from '../store/conversations.ts';
import { getLastWord, listPeopleFoundLate, resolveEarlier, takeApart } from '../store/earlierHistory.ts';
import type { Db } from '../store/open.ts';
import { recordActivity } from './recordActivity.ts';
import { overSince } from './threader.ts';

/** A conversation that a person's next message may join. */
export interface Candidate extends ThreadCandidate {
  /** When the account had the last word; null where it had not. Only kept for what began before the connecting. */
  readonly answeredAt: number | null;
  /** Whether an agent has seen, kept or changed something. */
  readonly touched: boolean;
}

/**
 * Takes the conversations of people apart of whom something from before the connecting was found late, so that they come
 * out the same whatever came first; answers the ids of those that may have gone or changed.
 */
export function takeLateHistoryApart(db: Db, connectedAt: number): string[] {
  return listPeopleFoundLate(db, connectedAt).flatMap((id) => takeApart(db, id));
}

/** For each person the conversation that the next message may join, of those opened before the time `before`. */
export function listCandidates(
  db: Db,
  personIds: readonly string[],
  before: number,
  connectedAt: number,
): Candidate[] {
  return listThreadCandidates(db, personIds, before).map((candidate) => {
    const mayBeOver = candidate.resolvedAt === null && candidate.openedAt < connectedAt;
    const lastWord = mayBeOver ? getLastWord(db, candidate.id) : { answeredAt: null, touched: true };
    return { ...candidate, ...lastWord };
  });
}

/**
 * The conversation, resolved by nobody, where its last answer lies long before Perch when the person's `next` message
 * comes, or none; null where it is not over.
 */
export function settleEarlier(
  ctx: Pick<EngineContext, 'db' | 'clock' | 'newId'>,
  conversation: Candidate,
  next: number | null,
  times: { readonly connectedAt: number; readonly reopenHours: number },
): Candidate | null {
  if (conversation.touched) return null;
  const resolvedAt = overSince(conversation, next, times);
  if (resolvedAt === null) return null;
  const { id } = conversation;
  resolveEarlier(ctx.db, id, resolvedAt);
  const facts = { status: 'resolved', reason: 'answeredBeforePerch' } as const;
  recordActivity(ctx, { kind: 'statusSet', agent: null, conversationId: id, facts, at: resolvedAt });
  return { ...conversation, resolvedAt };
}
