import type { WorkspaceSettings } from '../../../shared/domain/workspaceSettings.ts';
import type { EngineContext } from '../context.ts';
import { endSnoozes, openConversation, reopen } from '../store/conversationChanges.ts';
import { listThreadCandidates, type ThreadCandidate } from '../store/conversations.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { listUnthreaded, placeMessages, type UnthreadedMessage } from '../store/threading.ts';
import { recordActivity } from './recordActivity.ts';
import { summarise } from './summarise.ts';
import { decidePlace } from './threader.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'newId'>;

/** Which conversations a threading touched. */
export interface Threaded {
  /** New conversations and resolved ones that came back. */
  readonly opened: readonly string[];
  /** All that were touched, the opened ones included. */
  readonly changed: readonly string[];
}

/** Places every message that has no place yet, in the order of time, in one transaction. */
export function threadMessages(ctx: Context): Threaded {
  return inTransaction(ctx.db, () => placeAll(ctx, listUnthreaded(ctx.db)));
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

/** For each person the conversation that the next message may join. */
type Candidates = Map<string, ThreadCandidate>;

function placeAll(ctx: Context, messages: readonly UnthreadedMessage[]): Threaded {
  const settings = getSettings(ctx.db);
  const people = [...new Set(messages.map((message) => message.personId))];
  const found = listThreadCandidates(ctx.db, people);
  const candidates: Candidates = new Map(found.map((candidate) => [candidate.personId, candidate]));
  const placed = messages.map((message) => ({ message, ...place(ctx, message, candidates, settings) }));
  const idsOf = (some: typeof placed) => [
    ...new Set(some.flatMap(({ conversationId }) => conversationId ?? [])),
  ];
  const changed = idsOf(placed);
  placeMessages(
    ctx.db,
    placed.map(({ message, conversationId }) => ({ id: message.id, conversationId })),
  );
  endSnoozes(ctx.db, idsOf(placed.filter(({ message }) => message.role === 'wanted')));
  summarise(ctx.db, changed, settings);
  return { opened: idsOf(placed.filter(({ opened }) => opened)), changed };
}

function place(
  ctx: Context,
  message: UnthreadedMessage,
  candidates: Candidates,
  settings: WorkspaceSettings,
): { readonly conversationId: string | null; readonly opened: boolean } {
  const { db, clock } = ctx;
  const { personId } = message;
  const latest = candidates.get(personId) ?? null;
  const decision = decidePlace(message, latest, settings.reopenHours);
  if (decision.kind === 'none') return { conversationId: null, opened: false };
  if (decision.kind === 'open') {
    const id = openConversation(db, message);
    candidates.set(personId, { id, personId, openedAt: message.at, resolvedAt: null });
    recordActivity(ctx, { kind: 'conversationOpened', agent: null, conversationId: id });
    return { conversationId: id, opened: true };
  }
  const { conversationId } = decision;
  if (decision.kind === 'join') return { conversationId, opened: false };
  reopen(db, conversationId, clock.now());
  if (latest) candidates.set(personId, { ...latest, resolvedAt: null });
  recordActivity(ctx, { kind: 'conversationReopened', agent: null, conversationId });
  return { conversationId, opened: true };
}
