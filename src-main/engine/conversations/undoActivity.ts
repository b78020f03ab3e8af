import type { AppError, NotUndoneReason } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { getPastActivity, listPastActivities, type PastActivity } from '../store/activities.ts';
import { getCurrentAgent } from '../store/agents.ts';
import type { Db } from '../store/open.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { countUnanswered } from '../store/summaries.ts';
import { type AgentColumns, getAgentColumns, setAgentColumns, type UndoFacts } from '../store/undoFacts.ts';
import type { ChangeContext } from './changeConversation.ts';
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
export function undoActivity(ctx: ChangeContext, id: string): Result<Undone, AppError> {
  const done = inTransaction(ctx.db, (): Result<Undone, AppError> => {
    const past = getPastActivity(ctx.db, id);
    if (!past) return err({ code: 'notFound', what: 'activity', id });
    const undone = undoOne(ctx, past);
    if (undone.ok) summarise(ctx.db, [undone.value.conversationId], getSettings(ctx.db));
    return undone;
  });
  if (done.ok) ctx.emit({ name: 'conversations.changed', params: { ids: [done.value.conversationId] } });
  return done;
}

/** What became of the conversations of a bulk change that is undone. */
export interface BulkUndone {
  readonly undone: string[];
  readonly left: { readonly id: string; readonly code: NotUndoneReason | 'notFound' }[];
}

/**
 * Undoes every activity of a bulk change as `undoActivity` does, in one transaction and with one event. Conversations for which that
 * fails stay as they are. Error: `notFound` (activity) if nothing was done under this id.
 */
export function undoBulk(ctx: ChangeContext, id: string): Result<BulkUndone, AppError> {
  const done = inTransaction(ctx.db, (): Result<BulkUndone, AppError> => {
    const past = listPastActivities(ctx.db, id);
    if (past.length === 0) return err({ code: 'notFound', what: 'activity', id });
    const undone: string[] = [];
    const left: BulkUndone['left'] = [];
    for (const one of past) {
      const result = undoOne(ctx, one);
      if (result.ok) undone.push(result.value.conversationId);
      else if (one.conversationId !== null) left.push({ id: one.conversationId, code: toCode(result.error) });
    }
    summarise(ctx.db, undone, getSettings(ctx.db));
    return ok({ undone, left });
  });
  const ids = done.ok ? done.value.undone : [];
  if (ids.length > 0) ctx.emit({ name: 'conversations.changed', params: { ids } });
  return done;
}

const toCode = (error: UndoError) => (error.code === 'notUndone' ? error.reason : error.code);

type UndoError = Extract<AppError, { code: 'notUndone' | 'notFound' }>;

function undoOne(ctx: ChangeContext, past: PastActivity): Result<Undone, UndoError> {
  const { id, kind, conversationId, undo, isUndone } = past;
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
  const facts = { activityId: id, kind };
  const agent = getCurrentAgent(ctx.db).id;
  return ok({
    conversationId,
    activityId: recordActivity(ctx, { kind: 'undone', agent, conversationId, facts }),
  });
}

const columns = [
  'setStatus',
  'setStatusAt',
  'settledAt',
  'resolvedAt',
  'snoozedUntil',
  'agent',
  'readThrough',
  'unreadFrom',
] as const;

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
