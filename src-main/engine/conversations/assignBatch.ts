import { toConversationId } from '#shared/domain/conversationId.ts';
import type { EngineContext } from '../context/context.ts';
import { endSnoozes, openConversation, reopen } from '../store/conversationChanges.ts';
import { listQueued } from '../store/conversations.ts';
import { settleAllMessages } from '../store/earlierHistory.ts';
import { getSettings, type StoredSettings } from '../store/settings.ts';
import type { UnthreadedMessage } from '../store/threading.ts';
import { createFirstDueTimes } from './dueTime.ts';
import { type Candidate, listCandidates, settleEarlier } from './earlierHistory.ts';
import { createLaterConversations } from './laterConversations.ts';
import { noteMessages } from './noteMessages.ts';
import { recordActivity } from './recordActivity.ts';
import { summarise } from './summarise.ts';
import type { TakenResponse } from './takeResponse.ts';
import type { Threaded } from './threaded.ts';
import { decideAssignment, type LastWord, toLastWord } from './threadingRules.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'newId'>;

/** When the workspace was told to begin, and when it was connected, in epoch milliseconds; 0 for ever. */
export interface Beginnings {
  readonly begunAt: number;
  readonly connectedAt: number;
}

/** Times that decide which conversations messages may join, in epoch milliseconds. */
export interface BatchTimes extends Beginnings {
  /** Only conversations that were opened before this time can be joined. */
  readonly before: number;
}

/** What decides to which conversation a message belongs; it need not be stored yet. */
export type Assignable = Omit<UnthreadedMessage, 'id'>;

interface Assigned<M> {
  readonly message: M;
  /** Null outside of any conversation. */
  readonly conversationId: string | null;
  /** Whether the message opened or reopened it. */
  readonly opened: boolean;
  /** Whether it only responds to a survey, and so calls for nothing. */
  readonly isResponse?: true;
}

/** Messages with their conversations, which exist but do not have them yet. */
export interface Batch<M> {
  readonly assigned: readonly Assigned<M>[];
  /** The conversations that were over before the connecting, and whether their last word was a reply. */
  readonly over: ReadonlyMap<string, Pick<LastWord, 'isReply'>>;
}

/** For each person the conversation that the next message may join. */
type Candidates = Map<string, Candidate>;

/**
 * Decides to which conversations messages belong, given in the order of time, and opens or reopens these. `respond` takes a message as the response
 * to a survey, or returns null. With `continues` more messages follow, which decide whether the last conversations are over. Store the
 * assignments, then call `finishBatch`, all in one transaction.
 */
export function decideBatch<M extends Assignable>(
  ctx: Context,
  messages: readonly M[],
  times: BatchTimes,
  respond: (message: M) => TakenResponse | null,
  continues = false,
): Batch<M> {
  const settings = getSettings(ctx.db);
  const rules = { ...settings, toFirstDue: createFirstDueTimes(ctx.db), connectedAt: times.connectedAt };
  const candidates = getCandidates(ctx, messages, times);
  const settler = createSettler(ctx, candidates, { ...times, reopenHours: settings.reopenHours });
  const sortOut = createLaterConversations(ctx.db, candidates, { ...rules, settle: settler.settle });
  const assigned = messages.map((message) => {
    if (message.role === 'wanted') {
      sortOut(message);
      settler.settle(message.personId, message.at);
    }
    const response = respond(message);
    const assignment = response
      ? joinAsResponse(message, response, candidates)
      : assign(ctx, message, candidates, rules);
    if (assignment.opened && assignment.conversationId) settler.over.delete(assignment.conversationId);
    return { message, ...assignment };
  });
  if (!continues) for (const personId of [...candidates.keys()]) settler.settle(personId, null);
  return { assigned, over: settler.over };
}

/**
 * Brings the conversations of a batch in line with its messages, which are stored with them by now. `isLeft` says of which ones that
 * need not be done: they have only the message that opened them, or more messages follow.
 */
export function finishBatch(
  ctx: Context,
  { assigned, over }: Batch<Assignable>,
  isLeft: (conversationId: string) => boolean = () => false,
): Threaded {
  const { db } = ctx;
  endSnoozes(db, idsOf(assigned.filter(isSpoken)));
  const unanswered = [...over].filter(([, { isReply }]) => !isReply);
  for (const [id] of unanswered) settleAllMessages(db, id);
  const changed = [...new Set([...idsOf(assigned), ...over.keys()])];
  const outdated = changed.filter((id) => !isLeft(id));
  summarise(ctx, outdated);
  const opened = idsOf(assigned.filter((one) => one.opened)).filter((id) => !over.has(id));
  const wanted = idsOf(assigned.filter(isSpoken));
  return { opened, wrote: listQueued(db, wanted), changed };
}

/** Notes for the rules what people wrote in a batch that was captured as it happened. Call it once the messages are stored. */
export function noteForRules(ctx: Context, { assigned }: Batch<Assignable>): void {
  const spoken = assigned.flatMap(({ message, conversationId, opened, isResponse }) => {
    if (conversationId === null || isResponse || message.role !== 'wanted' || message.isImported) return [];
    const isFirst = opened && conversationId === toConversationId(message.xId);
    return [{ ...message, conversationId, isFirst }];
  });
  noteMessages(ctx, spoken);
}

function getCandidates(
  { db }: Context,
  messages: readonly Assignable[],
  { before, connectedAt, begunAt }: BatchTimes,
): Candidates {
  const people = [...new Set(messages.map((message) => message.personId))];
  // What ended before the beginning is not reopened: its old messages would be overdue at once.
  const found = listCandidates(db, people, before, connectedAt).filter(
    ({ resolvedAt }) => resolvedAt === null || resolvedAt >= begunAt,
  );
  return new Map(found.map((candidate) => [candidate.personId, candidate]));
}

/** Resolves conversations that were over before the connecting, and keeps the ids of these in `over`. */
function createSettler(
  ctx: Context,
  candidates: Candidates,
  times: { readonly connectedAt: number; readonly reopenHours: number },
) {
  const over = new Map<string, Pick<LastWord, 'isReply'>>();
  const settle = (personId: string, next: number | null): void => {
    const candidate = candidates.get(personId);
    const settled = candidate && settleEarlier(ctx, candidate, next, times);
    if (!settled) return;
    candidates.set(personId, settled);
    over.set(settled.id, { isReply: candidate.lastWord?.isReply ?? true });
  };
  return { over, settle };
}

const isSpoken = ({ message, isResponse }: Assigned<Assignable>): boolean =>
  message.role === 'wanted' && !isResponse;

const idsOf = (assigned: readonly Assigned<Assignable>[]) => [
  ...new Set(assigned.flatMap(({ conversationId }) => conversationId ?? [])),
];

type Assignment = Omit<Assigned<Assignable>, 'message'>;

function joinAsResponse(
  { personId }: Assignable,
  response: TakenResponse,
  candidates: Candidates,
): Assignment {
  const latest = candidates.get(personId);
  if (response.opened && latest?.id === response.conversationId)
    candidates.set(personId, { ...latest, resolvedAt: null });
  return { ...response, isResponse: true };
}

function assign(
  ctx: Context,
  message: Assignable,
  candidates: Candidates,
  rules: StoredSettings & {
    readonly toFirstDue: ReturnType<typeof createFirstDueTimes>;
    readonly connectedAt: number;
  },
): Assignment {
  const { db, clock } = ctx;
  const { personId, at } = message;
  const latest = candidates.get(personId) ?? null;
  const assignment = decideAssignment(message, latest, rules.reopenHours);
  if (assignment.kind === 'none') return { conversationId: null, opened: false };
  const lastWord = toLastWord(message, rules.connectedAt);
  if (assignment.kind === 'open' || latest === null) {
    const id = openConversation(db, message, rules.toFirstDue(message));
    candidates.set(personId, { id, personId, openedAt: at, resolvedAt: null, lastWord, touched: false });
    recordActivity(ctx, { kind: 'conversationOpened', agent: null, conversationId: id });
    return { conversationId: id, opened: true };
  }
  const { conversationId } = assignment;
  if (assignment.kind === 'join') {
    candidates.set(personId, { ...latest, lastWord });
    return { conversationId, opened: false };
  }
  reopen(db, conversationId, clock.now());
  candidates.set(personId, { ...latest, lastWord, resolvedAt: null });
  recordActivity(ctx, { kind: 'conversationReopened', agent: null, conversationId });
  return { conversationId, opened: true };
}
