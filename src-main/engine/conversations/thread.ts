import type { WorkspaceSettings } from '../../../shared/domain/workspaceSettings.ts';
import type { EngineContext } from '../context.ts';
import { getConnectedAt } from '../store/account.ts';
import { endSnoozes, openConversation, reopen } from '../store/conversationChanges.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { listUnthreaded, placeMessages, type UnthreadedMessage } from '../store/threading.ts';
import { type Candidate, listCandidates, settleEarlier, takeLateHistoryApart } from './earlierHistory.ts';
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

/** Places every message that has no place yet, in the order of time, in one transaction. */
export function threadMessages(ctx: Context): Threaded {
  return inTransaction(ctx.db, () => {
    const known = takeLateHistoryApart(ctx.db);
    const placed = placeAll(ctx, listUnthreaded(ctx.db));
    const opened = placed.opened.filter((id) => !known.includes(id));
    return { opened, changed: [...new Set([...known, ...placed.changed])] };
  });
}

/** Places one message that has no place yet, in one transaction. */
export function threadMessage(ctx: Context, id: number): Threaded {
  return inTransaction(ctx.db, () =>
    placeAll(
      ctx,
      listUnthreaded(ctx.db).filter((message) => message.id === id),
    ),
  );
}

// What was written before the connecting joins nothing that began since.
function placeAll(ctx: Context, messages: readonly UnthreadedMessage[]): Threaded {
  const connectedAt = getConnectedAt(ctx.db) ?? 0;
  const earlier = messages.filter((message) => message.at < connectedAt);
  const live = messages.filter((message) => message.at >= connectedAt);
  const first = placeRound(ctx, earlier, connectedAt);
  const second = placeRound(ctx, live, Number.MAX_SAFE_INTEGER);
  return {
    opened: [...new Set([...first.opened, ...second.opened])],
    changed: [...new Set([...first.changed, ...second.changed])],
  };
}

/** For each person the conversation that the next message may join. */
type Candidates = Map<string, Candidate>;

function placeRound(ctx: Context, messages: readonly UnthreadedMessage[], before: number): Threaded {
  if (messages.length === 0) return { opened: [], changed: [] };
  const settings = getSettings(ctx.db);
  const people = [...new Set(messages.map((message) => message.personId))];
  const found = listCandidates(ctx.db, people, before);
  const candidates: Candidates = new Map(found.map((candidate) => [candidate.personId, candidate]));
  const over = new Set<string>();
  const settle = (personId: string, next: number | null) => {
    const candidate = candidates.get(personId);
    const settled = candidate && settleEarlier(ctx, candidate, next, settings);
    if (!settled) return;
    candidates.set(personId, settled);
    over.add(settled.id);
  };
  const placed = messages.map((message) => {
    if (message.role === 'wanted') settle(message.personId, message.at);
    const place = findPlace(ctx, message, candidates, settings);
    if (place.opened && place.conversationId) over.delete(place.conversationId);
    return { message, ...place };
  });
  for (const personId of people) settle(personId, null);
  writePlaces(ctx, placed);
  const changed = [...new Set([...idsOf(placed), ...over])];
  summarise(ctx.db, changed, settings);
  return { opened: idsOf(placed.filter(({ opened }) => opened)).filter((id) => !over.has(id)), changed };
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
