import type { EngineContext } from '../context/context.ts';
import { getConnectedAt } from '../store/account.ts';
import { getBegin } from '../store/begin.ts';
import { endSnoozes, openConversation, reopen } from '../store/conversationChanges.ts';
import { listQueued } from '../store/conversations.ts';
import { getSettings, type StoredSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { assignMessages, listUnthreaded, type UnthreadedMessage } from '../store/threading.ts';
import { createDueTimes } from './dueTime.ts';
import {
  type Candidate,
  listCandidates,
  resolveUnbegun,
  settleEarlier,
  takeLateHistoryApart,
} from './earlierHistory.ts';
import { recordActivity } from './recordActivity.ts';
import { summarise } from './summarise.ts';
import { takeResponse } from './takeResponse.ts';
import { decideAssignment } from './threadingRules.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'newId'>;

/** Which conversations a threading touched, by id. */
export interface Threaded {
  /** New conversations and reopened ones, without those that were over before the workspace was connected. */
  readonly opened: readonly string[];
  /** Others in which a person wrote after the connecting and now waits for a reply. */
  readonly wrote: readonly string[];
  /** All that were touched, including those above. */
  readonly changed: readonly string[];
}

export const nothingThreaded: Threaded = { opened: [], wrote: [], changed: [] };

/** Assigns every message that has no conversation yet, in the order of time, in one transaction. */
export function threadMessages(ctx: Context): Threaded {
  return inTransaction(ctx.db, () => {
    const connectedAt = getConnectedAt(ctx.db) ?? 0;
    const begunAt = getBegin(ctx.db).since ?? 0;
    const known = takeLateHistoryApart(ctx.db, connectedAt);
    const threaded = assignAll(ctx, listUnthreaded(ctx.db), { begunAt, connectedAt });
    const isNew = (id: string) => !known.includes(id);
    return {
      opened: threaded.opened.filter(isNew),
      wrote: threaded.wrote.filter(isNew),
      changed: [...new Set([...known, ...threaded.changed])],
    };
  });
}

/** Assigns one message that has no conversation yet and that an agent wants as work, however old, in one transaction. */
export function threadMessage(ctx: Context, id: number): Threaded {
  return inTransaction(ctx.db, () => {
    const messages = listUnthreaded(ctx.db).filter((message) => message.id === id);
    return assignAll(ctx, messages, { begunAt: 0, connectedAt: getConnectedAt(ctx.db) ?? 0 });
  });
}

/** Emits which conversations a threading opened and changed, and which had changed before it; call it after the transaction. */
export function emitThreaded(
  ctx: Pick<EngineContext, 'emit'>,
  { opened, wrote, changed: threaded }: Threaded,
  changedBefore: readonly string[] = [],
): void {
  const changed = [...new Set([...changedBefore, ...threaded])];
  if (opened.length > 0) ctx.emit({ name: 'conversations.opened', params: { ids: [...opened] } });
  if (wrote.length > 0) {
    ctx.emit({ name: 'conversations.returned', params: { ids: [...wrote], reason: 'wrote' } });
  }
  if (changed.length > 0) ctx.emit({ name: 'conversations.changed', params: { ids: changed } });
}

/** When the workspace was told to begin, and when it was connected, in epoch milliseconds; 0 for ever. */
interface Beginnings {
  readonly begunAt: number;
  readonly connectedAt: number;
}

// A message from before the beginning or the connecting never joins a conversation that began after it.
function assignAll(
  ctx: Context,
  messages: readonly UnthreadedMessage[],
  { begunAt, connectedAt }: Beginnings,
): Threaded {
  const old = messages.filter(({ at }) => at < begunAt);
  const earlier = messages.filter(({ at }) => at >= begunAt && at < connectedAt);
  const live = messages.filter(({ at }) => at >= begunAt && at >= connectedAt);
  const ended = assignBatch(ctx, old, { begunAt: 0, connectedAt, before: begunAt });
  resolveUnbegun(ctx, ended.changed, begunAt);
  const first = assignBatch(ctx, earlier, { begunAt, connectedAt, before: connectedAt });
  const second = assignBatch(ctx, live, { begunAt, connectedAt, before: Number.MAX_SAFE_INTEGER });
  const opened = [...new Set([...first.opened, ...second.opened])];
  return {
    opened,
    wrote: second.wrote.filter((id) => !opened.includes(id)),
    changed: [...new Set([...ended.changed, ...first.changed, ...second.changed])],
  };
}

/** Times that decide which conversations messages may join, in epoch milliseconds. */
interface BatchTimes extends Beginnings {
  /** Only conversations that were opened before this time can be joined. */
  readonly before: number;
}

/** For each person the conversation that the next message may join. */
type Candidates = Map<string, Candidate>;

function assignBatch(ctx: Context, messages: readonly UnthreadedMessage[], times: BatchTimes): Threaded {
  if (messages.length === 0) return nothingThreaded;
  const settings = getSettings(ctx.db);
  const rules = { ...settings, toDueTimes: createDueTimes(settings) };
  const candidates = getCandidates(ctx, messages, times);
  const settler = createSettler(ctx, candidates, { ...times, reopenHours: settings.reopenHours });
  const assigned = messages.map((message) => {
    if (message.role === 'wanted') settler.settle(message.personId, message.at);
    const assignment = assign(ctx, message, candidates, rules);
    if (assignment.opened && assignment.conversationId) settler.over.delete(assignment.conversationId);
    return { message, ...assignment };
  });
  for (const personId of [...candidates.keys()]) settler.settle(personId, null);
  save(ctx, assigned);
  const changed = [...new Set([...idsOf(assigned), ...settler.over])];
  summarise(ctx.db, changed, settings);
  const opened = idsOf(assigned.filter((one) => one.opened)).filter((id) => !settler.over.has(id));
  const wanted = idsOf(assigned.filter(isSpoken));
  return { opened, wrote: listQueued(ctx.db, wanted), changed };
}

function getCandidates(
  { db }: Context,
  messages: readonly UnthreadedMessage[],
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
  const over = new Set<string>();
  const settle = (personId: string, next: number | null): void => {
    const candidate = candidates.get(personId);
    const settled = candidate && settleEarlier(ctx, candidate, next, times);
    if (!settled) return;
    candidates.set(personId, settled);
    over.add(settled.id);
  };
  return { over, settle };
}

interface Assigned {
  readonly message: UnthreadedMessage;
  /** Null outside of any conversation. */
  readonly conversationId: string | null;
  /** Whether the message opened or reopened it. */
  readonly opened: boolean;
  /** Whether it only responds to a survey, and so calls for nothing. */
  readonly isResponse?: true;
}

function save({ db }: Context, assigned: readonly Assigned[]): void {
  assignMessages(
    db,
    assigned.map(({ message, conversationId }) => ({ id: message.id, conversationId })),
  );
  endSnoozes(db, idsOf(assigned.filter(isSpoken)));
}

const isSpoken = ({ message, isResponse }: Assigned): boolean => message.role === 'wanted' && !isResponse;

const idsOf = (assigned: readonly Assigned[]) => [
  ...new Set(assigned.flatMap(({ conversationId }) => conversationId ?? [])),
];

function assign(
  ctx: Context,
  message: UnthreadedMessage,
  candidates: Candidates,
  rules: StoredSettings & { readonly toDueTimes: ReturnType<typeof createDueTimes> },
): Omit<Assigned, 'message'> {
  const { db, clock } = ctx;
  const { personId, at } = message;
  const response = takeResponse(ctx, message);
  const latest = candidates.get(personId) ?? null;
  if (response) {
    if (response.opened && latest?.id === response.conversationId)
      candidates.set(personId, { ...latest, resolvedAt: null });
    return { ...response, isResponse: true };
  }
  const assignment = decideAssignment(message, latest, rules.reopenHours);
  if (assignment.kind === 'none') return { conversationId: null, opened: false };
  const repliedAt = message.role === 'own' ? at : null;
  if (assignment.kind === 'open' || latest === null) {
    const id = openConversation(db, message, rules.toDueTimes(at));
    candidates.set(personId, { id, personId, openedAt: at, resolvedAt: null, repliedAt, touched: false });
    recordActivity(ctx, { kind: 'conversationOpened', agent: null, conversationId: id });
    return { conversationId: id, opened: true };
  }
  const { conversationId } = assignment;
  if (assignment.kind === 'join') {
    candidates.set(personId, { ...latest, repliedAt });
    return { conversationId, opened: false };
  }
  reopen(db, conversationId, clock.now());
  candidates.set(personId, { ...latest, repliedAt, resolvedAt: null });
  recordActivity(ctx, { kind: 'conversationReopened', agent: null, conversationId });
  return { conversationId, opened: true };
}
