import type { AppError, NotUndoneReason } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { getPastActivity, listPastActivities, type PastActivity } from '../store/activities.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getPersonIdOf, listConversationIdsOf } from '../store/conversations.ts';
import { getHitRow, setHitHidden } from '../store/hitMarks.ts';
import type { Db } from '../store/open.ts';
import { restoreAnswer } from '../store/proposals.ts';
import { restoreCanned } from '../store/restoreCanned.ts';
import { inTransaction } from '../store/sql.ts';
import { countUnanswered } from '../store/summaries.ts';
import {
  type AgentColumns,
  type ColumnsUndo,
  getAgentColumns,
  setAgentColumns,
  type UndoFacts,
} from '../store/undoFacts.ts';
import type { ChangeContext } from './changeConversation.ts';
import { restoreNote } from './notes.ts';
import { recordActivity } from './recordActivity.ts';
import { restoreApproval } from './restoreApproval.ts';
import { restoreDraft } from './restoreDraft.ts';
import { summarise } from './summarise.ts';
import { restoreTags } from './tagConversation.ts';
import { restoreVip } from './vip.ts';

/** What was undone, and the activity of the undoing. */
export interface Undone {
  /** Null for what belongs to none. */
  readonly conversationId: string | null;
  readonly activityId: string;
}

/**
 * Restores what an activity changed of its conversation, of its draft, of a reply that waited for an approval, of canned responses, of what is
 * proposed as such, of who is a VIP or of a post that was hidden, exactly as it was before, and records that, in one transaction; then emits `conversations.changed` or `library.changed`. Other changes stay.
 * Errors: `notFound` (activity), and `notUndone` if what it changed was changed again, if it was undone already, if it has no
 * inverse, or if that would hide a message that came since.
 */
export function undoActivity(ctx: ChangeContext, id: string): Result<Undone, AppError> {
  const done = inTransaction(ctx.db, (): Result<UndoneFacts, AppError> => {
    const past = getPastActivity(ctx.db, id);
    if (!past) return err({ code: 'notFound', what: 'activity', id });
    const undone = undoOne(ctx, past);
    if (undone.ok) summarise(ctx, toTouched(ctx.db, undone.value));
    return undone;
  });
  if (!done.ok) return done;
  emitUndone(ctx, [done.value]);
  return ok({ conversationId: done.value.conversationId, activityId: done.value.activityId });
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
  const undone: UndoneFacts[] = [];
  const done = inTransaction(ctx.db, (): Result<BulkUndone, AppError> => {
    const past = listPastActivities(ctx.db, id);
    if (past.length === 0) return err({ code: 'notFound', what: 'activity', id });
    const left: BulkUndone['left'] = [];
    // That a macro or a rule was run changes nothing by itself.
    for (const one of past.filter(({ kind }) => kind !== 'macroRun' && kind !== 'ruleRun')) {
      const result = undoOne(ctx, one);
      if (result.ok) undone.push(result.value);
      else if (one.conversationId !== null) left.push({ id: one.conversationId, code: toCode(result.error) });
    }
    const run = past.find(({ kind, isUndone }) => kind === 'ruleRun' && !isUndone);
    if (run && left.length === 0) recordRunUndone(ctx, run);
    const ids = [...new Set(undone.flatMap(({ conversationId }) => conversationId ?? []))];
    summarise(ctx, ids);
    return ok({ undone: ids, left });
  });
  if (done.ok) emitUndone(ctx, undone);
  return done;
}

// Then nothing is left to say of it.
function recordRunUndone(ctx: ChangeContext, { id, kind, conversationId }: PastActivity): void {
  const agent = getCurrentAgent(ctx.db).id;
  recordActivity(ctx, { kind: 'undone', agent, conversationId, facts: { activityId: id, kind } });
}

interface UndoneFacts extends Undone {
  readonly undo: UndoFacts;
}

type UndoError = Extract<AppError, { code: 'notUndone' | 'notFound' }>;

const toCode = (error: UndoError) => (error.code === 'notUndone' ? error.reason : error.code);

/** Undoes one activity. The caller brings the conversation's derived columns in line. */
function undoOne(ctx: ChangeContext, past: PastActivity): Result<UndoneFacts, UndoError> {
  const { id, kind, conversationId, undo, isUndone } = past;
  if (isUndone) return err({ code: 'notUndone', id, reason: 'alreadyUndone' });
  if (undo === null) return err({ code: 'notUndone', id, reason: 'otherKind' });
  if (conversationId !== null && getPersonIdOf(ctx.db, conversationId) === null) {
    return err({ code: 'notFound', what: 'conversation', id: conversationId });
  }
  const reason = restore(ctx, conversationId, undo);
  if (reason !== null) return err({ code: 'notUndone', id, reason });
  const facts = { activityId: id, kind };
  const agent = getCurrentAgent(ctx.db).id;
  const activityId = recordActivity(ctx, { kind: 'undone', agent, conversationId, facts });
  return ok({ undo, conversationId, activityId });
}

/** Takes back what was changed; if that is not possible, nothing changes, and it returns why. */
function restore({ db, clock }: ChangeContext, id: string | null, undo: UndoFacts): NotUndoneReason | null {
  if ('canned' in undo) return toReason(restoreCanned(db, [undo.canned], clock.now()));
  if ('imported' in undo) return toReason(restoreCanned(db, undo.imported, clock.now()));
  if ('proposal' in undo) return toReason(restoreAnswer(db, Buffer.from(undo.proposal.signature, 'base64')));
  if ('vip' in undo) return toReason(restoreVip(db, undo, clock.now()));
  if ('hit' in undo) return toReason(setHitHidden(db, getHitRow(db, undo.hit.messageId) ?? 0, false));
  if (id === null) return 'otherKind';
  if ('tags' in undo) return toReason(restoreTags(db, id, undo));
  if ('note' in undo) return toReason(restoreNote(db, undo));
  if ('approval' in undo) return toReason(restoreApproval(db, { conversationId: id, ...undo }, clock.now()));
  if ('draft' in undo) return toReason(restoreDraft(db, { conversationId: id, ...undo }, clock.now()));
  return restoreColumns(db, id, undo);
}

const toReason = (isRestored: boolean): NotUndoneReason | null => (isRestored ? null : 'changedSince');

/** The conversations that an undoing changes: its own, or where it is about a person all of theirs. */
function toTouched(db: Db, { undo, conversationId }: UndoneFacts): string[] {
  if ('vip' in undo) return listConversationIdsOf(db, undo.vip.personId);
  return conversationId === null ? [] : [conversationId];
}

function emitUndone(ctx: ChangeContext, undone: readonly UndoneFacts[]): void {
  if (undone.length === 0) return;
  const ids = undone.flatMap((one) => toTouched(ctx.db, one));
  if (ids.length > 0) ctx.emit({ name: 'conversations.changed', params: { ids } });
  if (undone.some(({ undo }) => 'canned' in undo || 'imported' in undo || 'proposal' in undo))
    ctx.emit({ name: 'library.changed', params: {} });
  if (undone.some(({ undo }) => 'hit' in undo)) ctx.emit({ name: 'listening.changed', params: {} });
  if (undone.some(({ undo }) => 'tags' in undo)) ctx.emit({ name: 'tags.changed', params: {} });
  for (const one of undone) emitUndoneIn(ctx, one);
}

/** Emits what else has changed in its conversation. */
function emitUndoneIn({ emit }: ChangeContext, { undo, conversationId }: UndoneFacts): void {
  if (conversationId === null) return;
  const note = 'approval' in undo ? undo.approval.note : 'note' in undo ? undo.note : undefined;
  if (note) emit({ name: 'notes.changed', params: { id: note.id, conversationId } });
  if ('approval' in undo)
    emit({ name: 'approvals.changed', params: { id: undo.approval.id, conversationId } });
}

function restoreColumns(db: Db, id: string, undo: ColumnsUndo): NotUndoneReason | null {
  const now = getAgentColumns(db, id);
  if (now === null || isChangedSince(now, undo)) return 'changedSince';
  const restored = { ...now, ...toRestored(undo) };
  if (hidesNewMessage(db, id, restored, undo)) return 'newMessage';
  setAgentColumns(db, id, restored);
  return null;
}

const columns = [
  'setStatus',
  'setStatusAt',
  'settledAt',
  'resolvedAt',
  'snoozedUntil',
  'agent',
  'priority',
  'noSurvey',
  'readThrough',
  'unreadFrom',
] as const;

/** The columns that the activity changed; the status is derived from them. */
const listChanged = ({ before, after }: Pick<ColumnsUndo, 'before' | 'after'>) =>
  columns.filter((column) => before[column] !== after[column]);

/** What these columns were before. A status is derived from what it was as well, and so are pauses. */
function toRestored({ before, after }: ColumnsUndo): Partial<AgentColumns> {
  const values = listChanged({ before, after }).map((column) => [column, before[column]]);
  const status = before.status === after.status ? {} : { status: before.status };
  const pauses = before.pauses === after.pauses ? {} : { pauses: before.pauses };
  return { ...Object.fromEntries(values), ...status, ...pauses };
}

/** A person who writes again reopens what was resolved: that is no other wish, and undoing has only the rest to do. */
function isChangedSince(now: AgentColumns, undo: ColumnsUndo): boolean {
  const { after } = undo;
  const isReopened =
    after.setStatus === 'resolved' && now.setStatus === 'open' && now.settledAt === after.settledAt;
  const expected = isReopened
    ? { ...after, setStatus: now.setStatus, setStatusAt: now.setStatusAt, resolvedAt: now.resolvedAt }
    : after;
  return listChanged(undo).some((column) => now[column] !== expected[column]);
}

function hidesNewMessage(db: Db, id: string, restored: AgentColumns, undo: ColumnsUndo): boolean {
  const isHidden = restored.setStatus === 'resolved' || restored.snoozedUntil !== null;
  return isHidden && countUnanswered(db, id, undo.capturedUntil) > 0;
}
