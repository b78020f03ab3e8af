import type { EngineContext } from '../context/context.ts';
import { getConversationAt, listThreadCandidates, type ThreadCandidate } from '../store/conversations.ts';
import {
  getLastMessage,
  isFoundLate,
  listPeopleFoundLate,
  listUntouched,
  resolveEarlier,
  settleAllMessages,
  takeApart,
} from '../store/earlierHistory.ts';
import { listEndedByImport } from '../store/importedMessages.ts';
import type { Db } from '../store/open.ts';
import { recordActivity } from './recordActivity.ts';
import { summarise } from './summarise.ts';
import { type LastWord, overSince, toLastWord } from './threadingRules.ts';

/** A conversation that a person's next message may join. */
export interface Candidate extends ThreadCandidate {
  /** Only for conversations from before the connecting. */
  readonly lastWord: LastWord | null;
  /** Whether an agent has seen, kept or changed something. */
  readonly touched: boolean;
}

/**
 * Takes apart the conversations of people whose messages from before the connecting were captured in portions, so that
 * threading them again gives the same result as if they had been captured at once. Returns the ids of the conversations that
 * are gone or changed by that. With `people` only theirs.
 */
export function takeLateHistoryApart(db: Db, connectedAt: number, people?: ReadonlySet<string>): string[] {
  const found = people
    ? [...people].filter((id) => isFoundLate(db, id, connectedAt))
    : listPeopleFoundLate(db, connectedAt);
  return found.flatMap((id) => takeApart(db, id));
}

/** For each person the conversation that the next message may join, among those opened before the time `before`. */
export function listCandidates(
  db: Db,
  personIds: readonly string[],
  before: number,
  connectedAt: number,
): Candidate[] {
  return listThreadCandidates(db, personIds, before).map((found) => toCandidate(db, found, connectedAt));
}

/** The conversation that a person's message of this time may join, whatever began later; null if there is none. */
export function findCandidateAt(db: Db, personId: string, at: number, connectedAt: number): Candidate | null {
  const found = getConversationAt(db, personId, at);
  return found && toCandidate(db, found, connectedAt);
}

function toCandidate(db: Db, conversation: ThreadCandidate, connectedAt: number): Candidate {
  const mayBeOver = conversation.resolvedAt === null && conversation.openedAt < connectedAt;
  const last = mayBeOver ? getLastMessage(db, conversation.id) : null;
  const lastWord = last && toLastWord(last, connectedAt);
  return { ...conversation, lastWord, touched: last?.touched !== 0 };
}

/**
 * Resolves a conversation, in nobody's name, that was over before the connecting (see `overSince`). `next` is the time of
 * the person's next message, null if there is none. Returns the resolved conversation, or null if it is not over.
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
  const reason = conversation.lastWord?.isReply ? 'answeredBeforePerch' : 'longBeforePerch';
  const facts = { status: 'resolved', reason } as const;
  recordActivity(ctx, { kind: 'statusSet', agent: null, conversationId: id, facts, at: resolvedAt });
  return { ...conversation, resolvedAt };
}

/**
 * Resolves, in nobody's name, the conversations among `ids` whose messages are older than the time from which the workspace was
 * told to begin. Their messages count as settled, so that none of them waits; an agent's conversations stay as they are.
 */
export function resolveUnbegun(
  ctx: Pick<EngineContext, 'db' | 'clock' | 'newId'>,
  ids: readonly string[],
  begunAt: number,
): void {
  resolveAll(ctx, ids, 'beforeBeginning', begunAt - 1);
}

/**
 * Resolves, in nobody's name, those of some conversations whose last message came from a table of another tool, where they were handled.
 * An agent's conversations stay as they are. Returns those that are over.
 */
export function resolveImported(
  ctx: Pick<EngineContext, 'db' | 'clock' | 'newId'>,
  ids: readonly string[],
): string[] {
  return resolveAll(ctx, listEndedByImport(ctx.db, ids), 'imported', Number.POSITIVE_INFINITY);
}

function resolveAll(
  ctx: Pick<EngineContext, 'db' | 'clock' | 'newId'>,
  ids: readonly string[],
  reason: 'beforeBeginning' | 'imported',
  latest: number,
): string[] {
  const ended = listUntouched(ctx.db, ids);
  for (const { id, lastAt, isResolved } of ended) {
    settleAllMessages(ctx.db, id);
    if (isResolved) continue;
    const resolvedAt = Math.min(lastAt, latest);
    resolveEarlier(ctx.db, id, resolvedAt);
    const facts = { status: 'resolved', reason } as const;
    recordActivity(ctx, { kind: 'statusSet', agent: null, conversationId: id, facts, at: resolvedAt });
  }
  const endedIds = ended.map(({ id }) => id);
  if (endedIds.length > 0) summarise(ctx, endedIds);
  return endedIds;
}
