import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getPastActivity } from '../store/activities.ts';
import { getCurrentAgent } from '../store/agents.ts';
import type { Db } from '../store/open.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { countUnanswered } from '../store/summaries.ts';
import { type AgentColumns, getAgentColumns, setAgentColumns, type UndoFacts } from '../store/undoFacts.ts';
import { recordActivity } from './recordActivity.ts';
import { summarise } from './summarise.ts';

/** What was undone, and the activity of the undoing. */
export interface Undone {
  readonly conversationId: string;
  readonly activityId: string;
}

/**
 * Restores what an activity changed of its conversation, exactly as it was before, and records that, in one transaction; then
 * emits `conversations.changed`. Other changes to the conversation stay. Errors: `notFound` (activity), and `notUndone` if what it
 * changed was changed again, if it was undone already, if it has no inverse, or if that would hide a message that came since.
 */
export function undoActivity(ctx: EngineContext, id: string): Result<Undone, AppError> {
  const done = inTransaction(ctx.db, (): Result<Undone, AppError> => {
    const past = getPastActivity(ctx.db, id);
    if (!past) return err({ code: 'notFound', what: 'activity', id });
    const { kind, conversationId, undo, isUndone } = past;
    if (isUndone) return err({ code: 'notUndone', id, reason: 'alreadyUndone' });
    if (conversationId === null || undo === null) return err({ code: 'notUndone', id, reason: 'otherKind' });
    const now = getAgentColumns(ctx.db, conversationId);
    if (now === null) return err({ code: 'notFound', what: 'conversation', id: conversationId });
    if (isChangedSince(now, undo)) return err({ code: 'notUndone', id, reason: 'changedSince' });
    const restored = { ...now, ...toRestored(undo) };
    if (hidesNewMessage(ctx.db, conversationId, restored, undo)) {
      return err({ code: 'notUndone', id, reason: 'newMessage' });
    }
    setAgentColumns(ctx.db, conversationId, restored);
    summarise(ctx.db, [conversationId], getSettings(ctx.db));
    const facts = { activityId: id, kind };
    const agent = getCurrentAgent(ctx.db).id;
    return ok({
      conversationId,
      activityId: recordActivity(ctx, { kind: 'undone', agent, conversationId, facts }),
    });
  });
  if (done.ok) ctx.emit({ name: 'conversations.changed', params: { ids: [done.value.conversationId] } });
  return done;
}

const columns = ['setStatus', 'setStatusAt', 'settledAt', 'resolvedAt', 'snoozedUntil', 'agent'] as const;

/** The columns that the activity changed; the status is derived from them. */
const listChanged = ({ before, after }: Pick<UndoFacts, 'before' | 'after'>) =>
  columns.filter((column) => before[column] !== after[column]);

/** What these columns were before. A status is derived from what it was as well. */
function toRestored({ before, after }: UndoFacts): Partial<AgentColumns> {
  const values = listChanged({ before, after }).map((column) => [column, before[column]]);
  const status = before.status === after.status ? {} : { status: before.status };
  return { ...Object.fromEntries(values), ...status };
}

/** A person who writes again reopens what was resolved: that is no other wish, and undoing has only the rest to do. */
function isChangedSince(now: AgentColumns, undo: UndoFacts): boolean {
  const { after } = undo;
  const isReopened =
    after.setStatus === 'resolved' && now.setStatus === 'open' && now.settledAt === after.settledAt;
  const expected = isReopened
    ? { ...after, setStatus: now.setStatus, setStatusAt: now.setStatusAt, resolvedAt: now.resolvedAt }
    : after;
  return listChanged(undo).some((column) => now[column] !== expected[column]);
}

function hidesNewMessage(db: Db, id: string, restored: AgentColumns, undo: UndoFacts): boolean {
  const isHidden = restored.setStatus === 'resolved' || restored.snoozedUntil !== null;
  return isHidden && countUnanswered(db, id, undo.capturedUntil) > 0;
}
