import type { WorkspaceSettings } from '../../../shared/domain/workspaceSettings.ts';
import type { EngineContext } from '../context.ts';
import { openConversation, reopen, setSnooze } from '../store/conversationChanges.ts';
import { getThreadState } from '../store/conversations.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { listUnthreaded, placeMessage, type UnthreadedMessage } from '../store/threading.ts';
import { findCandidate, settleEarlier, takeLateHistoryApart } from './earlierHistory.ts';
import { recordActivity } from './recordActivity.ts';
import { summarise } from './summarise.ts';
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

function placeAll(ctx: Context, messages: readonly UnthreadedMessage[]): Threaded {
  const settings = getSettings(ctx.db);
  const known = takeLateHistoryApart(ctx.db);
  const opened = new Set<string>();
  const changed = new Set(known);
  for (const message of messages) {
    const placed = place(ctx, message, settings);
    placeMessage(ctx.db, message.id, placed.id);
    if (placed.id) changed.add(placed.id);
    if (placed.id && placed.opened) opened.add(placed.id);
  }
  for (const id of changed) summarise(ctx.db, id, settings);
  const over = [...changed].filter((id) => {
    const conversation = settleEarlier(ctx, getThreadState(ctx.db, id), null, settings);
    return conversation?.resolvedAt !== null;
  });
  for (const id of [...known, ...over]) opened.delete(id);
  return { opened: [...opened], changed: [...changed] };
}

function place(
  ctx: Context,
  message: UnthreadedMessage,
  settings: WorkspaceSettings,
): { readonly id: string | null; readonly opened: boolean } {
  const { db, clock } = ctx;
  const candidate = findCandidate(db, message);
  const latest = message.role === 'wanted' ? settleEarlier(ctx, candidate, message.at, settings) : candidate;
  const decision = decidePlace(message, latest, settings.reopenHours);
  if (decision.kind === 'none') return { id: null, opened: false };
  if (decision.kind === 'open') {
    const id = openConversation(db, message);
    recordActivity(ctx, { kind: 'conversationOpened', agent: null, conversationId: id });
    return { id, opened: true };
  }
  const id = decision.conversationId;
  if (message.role === 'wanted') setSnooze(db, id, null);
  if (decision.kind === 'join') return { id, opened: false };
  reopen(db, id, clock.now());
  recordActivity(ctx, { kind: 'conversationReopened', agent: null, conversationId: id });
  return { id, opened: true };
}
