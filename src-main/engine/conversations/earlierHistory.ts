import type { WorkspaceSettings } from '../../../shared/domain/workspaceSettings.ts';
import type { EngineContext } from '../context.ts';
import { getConnectedAt } from '../store/account.ts';
import { getThreadCandidate, type ThreadCandidate } from '../store/conversations.ts';
import {
  getUntouchedAnswer,
  listPeopleFoundLate,
  resolveEarlier,
  takeApart,
} from '../store/earlierHistory.ts';
import type { Db } from '../store/open.ts';
import { recordActivity } from './recordActivity.ts';
import { summarise } from './summarise.ts';
import { overSince } from './threader.ts';

/**
 * Takes the conversations of people apart of whom something from before the connecting was found late, so that they come
 * out the same whatever came first; answers the ids of those that may have gone or changed.
 */
export function takeLateHistoryApart(db: Db): string[] {
  return listPeopleFoundLate(db, getConnectedAt(db) ?? 0).flatMap((id) => takeApart(db, id));
}

/** The conversation that a message may join; what was written before the connecting joins nothing that began since. */
export function findCandidate(
  db: Db,
  message: { readonly personId: string; readonly at: number },
): ThreadCandidate | null {
  const connectedAt = getConnectedAt(db) ?? 0;
  const before = message.at < connectedAt ? connectedAt : Number.MAX_SAFE_INTEGER;
  return getThreadCandidate(db, message.personId, before);
}

/**
 * The conversation as it stands when the person's `next` message comes, or none: resolved, by nobody, where its last
 * answer lies long before Perch.
 */
export function settleEarlier(
  ctx: Pick<EngineContext, 'db' | 'clock' | 'newId'>,
  conversation: ThreadCandidate | null,
  next: number | null,
  settings: WorkspaceSettings,
): ThreadCandidate | null {
  const connectedAt = getConnectedAt(ctx.db) ?? 0;
  if (!conversation || conversation.resolvedAt !== null || conversation.openedAt >= connectedAt) {
    return conversation;
  }
  const { id } = conversation;
  const stretch = { ...conversation, answeredAt: getUntouchedAnswer(ctx.db, id) };
  const resolvedAt = overSince(stretch, next, { connectedAt, reopenHours: settings.reopenHours });
  if (resolvedAt === null) return conversation;
  resolveEarlier(ctx.db, id, resolvedAt);
  const facts = { status: 'resolved', reason: 'answeredBeforePerch' } as const;
  recordActivity(ctx, { kind: 'statusSet', agent: null, conversationId: id, facts, at: resolvedAt });
  summarise(ctx.db, id, settings);
  return { ...conversation, resolvedAt };
}
