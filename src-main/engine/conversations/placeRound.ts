import type { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import type { EngineContext } from '../context/context.ts';
import { endSnoozes, openConversation, reopen } from '../store/conversationChanges.ts';
import { getSettings } from '../store/settings.ts';
import { placeMessages, type UnthreadedMessage } from '../store/threading.ts';
import { type Candidate, listCandidates, settleEarlier } from './earlierHistory.ts';
import { recordActivity } from './recordActivity.ts';
import { summarise, toDueAt } from './summarise.ts';
import { decidePlace } from './threader.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'newId'>;

/** Which conversations a threading touched. */
export interface Threaded {
  /** New conversations and resolved ones that came back; not what was over long before Perch. */
  readonly opened: readonly string[];
  /** All that were touched, the opened ones included. */
  readonly changed: readonly string[];
}

/** For each person the conversation that the next message may join. */
type Candidates = Map<string, Candidate>;

/** The times that decide what messages may join, in epoch milliseconds. */
export interface RoundTimes {
  readonly connectedAt: number;
  /** Only what was opened before this time may be joined. */
  readonly before: number;
}

/**
 * Places messages that have no place yet, given in the order of time, and ends what was over before Perch. Call it within
 * a transaction.
 */
export function placeRound(
  ctx: Context,
  messages: readonly UnthreadedMessage[],
  times: RoundTimes,
): Threaded {
  if (messages.length === 0) return { opened: [], changed: [] };
  const settings = getSettings(ctx.db);
  const candidates = toCandidates(ctx, messages, times);
  const settler = createSettler(ctx, candidates, { ...times, reopenHours: settings.reopenHours });
  const placed = messages.map((message) => {
    if (message.role === 'wanted') settler.settle(message.personId, message.at);
    const place = findPlace(ctx, message, candidates, settings);
    if (place.opened && place.conversationId) settler.over.delete(place.conversationId);
    return { message, ...place };
  });
  for (const personId of [...candidates.keys()]) settler.settle(personId, null);
  writePlaces(ctx, placed);
  const changed = [...new Set([...idsOf(placed), ...settler.over])];
  summarise(ctx.db, changed, settings);
  const opened = idsOf(placed.filter((place) => place.opened)).filter((id) => !settler.over.has(id));
  return { opened, changed };
}

function toCandidates(
  { db }: Context,
  messages: readonly UnthreadedMessage[],
  { before, connectedAt }: RoundTimes,
): Candidates {
  const people = [...new Set(messages.map((message) => message.personId))];
  const found = listCandidates(db, people, before, connectedAt);
  return new Map(found.map((candidate) => [candidate.personId, candidate]));
}

/** Ends what was over before Perch, and keeps which conversations that concerned. */
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

interface Placed {
  readonly message: UnthreadedMessage;
  readonly conversationId: string | null;
  readonly opened: boolean;
}

function writePlaces({ db }: Context, placed: readonly Placed[]): void {
  placeMessages(
    db,
    placed.map(({ message, conversationId }) => ({ id: message.id, conversationId })),
  );
  endSnoozes(db, idsOf(placed.filter(({ message }) => message.role === 'wanted')));
}

const idsOf = (placed: readonly Placed[]) => [
  ...new Set(placed.flatMap(({ conversationId }) => conversationId ?? [])),
];

function findPlace(
  ctx: Context,
  message: UnthreadedMessage,
  candidates: Candidates,
  settings: WorkspaceSettings,
): { readonly conversationId: string | null; readonly opened: boolean } {
  const { db, clock } = ctx;
  const { personId, at } = message;
  const latest = candidates.get(personId) ?? null;
  const decision = decidePlace(message, latest, settings.reopenHours);
  if (decision.kind === 'none') return { conversationId: null, opened: false };
  const answeredAt = message.role === 'own' ? at : null;
  if (decision.kind === 'open' || latest === null) {
    const id = openConversation(db, message, toDueAt(at, settings));
    candidates.set(personId, { id, personId, openedAt: at, resolvedAt: null, answeredAt, touched: false });
    recordActivity(ctx, { kind: 'conversationOpened', agent: null, conversationId: id });
    return { conversationId: id, opened: true };
  }
  const { conversationId } = decision;
  if (decision.kind === 'join') {
    candidates.set(personId, { ...latest, answeredAt });
    return { conversationId, opened: false };
  }
  reopen(db, conversationId, clock.now());
  candidates.set(personId, { ...latest, answeredAt, resolvedAt: null });
  recordActivity(ctx, { kind: 'conversationReopened', agent: null, conversationId });
  return { conversationId, opened: true };
}
