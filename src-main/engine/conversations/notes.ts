import type { ActivityKind } from '#shared/domain/activity.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getCurrentAgent, listAgents, requireAgentId } from '../store/agents.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import { NoteState, toNoteState } from '../store/noteState.ts';
import { getNote, insertNote, type StoredNote, setNoteState } from '../store/notes.ts';
import type { Db } from '../store/open.ts';
import { isSameState } from '../store/sameState.ts';
import { inTransaction } from '../store/sql.ts';
import type { NoteUndo } from '../store/undoFacts.ts';
import type { Changed } from './changeConversation.ts';
import { findMentions } from './findMentions.ts';
import { recordActivity } from './recordActivity.ts';

interface NewNote {
  readonly conversationId: string;
  readonly text: string;
  readonly agent?: string | undefined;
}

/** Adds a note, by the current agent unless another one is named; undoing deletes it. Fails with `notFound`. */
export function addNote(
  ctx: EngineContext,
  { conversationId, text, agent: idOrName }: NewNote,
): Result<{ readonly id: string; readonly activityId: string }, AppError> {
  const done = inTransaction(ctx.db, (): Result<NoteChange, AppError> => {
    if (getPersonIdOf(ctx.db, conversationId) === null) {
      return err({ code: 'notFound', what: 'conversation', id: conversationId });
    }
    const me = getCurrentAgent(ctx.db).id;
    const agent = idOrName === undefined ? me : requireAgentId(ctx.db, idOrName);
    const now = ctx.clock.now();
    const mentions = findMentions(text, listAgents(ctx.db));
    const state = { text, mentions, editedAt: null, deletedAt: null };
    const note = { id: ctx.newId(), conversationId, agent, createdAt: now, ...state };
    insertNote(ctx.db, note);
    const change = { note, before: { ...state, deletedAt: now }, after: state };
    return ok({ ...change, me, activityId: record(ctx, 'noteAdded', change, agent) });
  });
  if (done.ok) emitChanged(ctx, done.value);
  return done.ok ? ok({ id: done.value.note.id, activityId: done.value.activityId }) : done;
}

/** Changes the text of a note; nothing if it is the same. Fails with `notFound`, also for a deleted one. */
export function editNote(ctx: EngineContext, id: string, text: string): Result<Changed, AppError> {
  return changeNote(ctx, id, 'noteEdited', (before) => ({
    ...before,
    text,
    mentions: findMentions(text, listAgents(ctx.db)),
    ...(text === before.text ? {} : { editedAt: ctx.clock.now() }),
  }));
}

/** Deletes a note. Fails with `notFound`, also if it is deleted already. */
export function deleteNote(ctx: EngineContext, id: string): Result<Changed, AppError> {
  return changeNote(ctx, id, 'noteDeleted', (before) => ({ ...before, deletedAt: ctx.clock.now() }));
}

/** Takes back a change of a note; returns whether that is possible, or nothing changes. */
export function restoreNote(db: Db, undo: NoteUndo): boolean {
  const note = findUnchanged(db, undo);
  if (!note) return false;
  setNoteState(db, note, undo.note.before);
  return true;
}

/** Whether `restoreNote` is possible. */
export const canRestoreNote = (db: Db, undo: NoteUndo): boolean => findUnchanged(db, undo) !== null;

function findUnchanged(db: Db, { note: { id, after } }: NoteUndo): StoredNote | null {
  const note = getNote(db, id);
  return note && isSameState(NoteState, toNoteState(note), after) ? note : null;
}

interface NoteChange {
  readonly note: Omit<StoredNote, 'rowId'>;
  readonly before: NoteState;
  readonly after: NoteState;
  readonly activityId: string;
  /** The current agent, read in the transaction: once that has committed, nothing may fail. */
  readonly me: string;
}

function changeNote(
  ctx: EngineContext,
  id: string,
  kind: ActivityKind,
  toAfter: (before: NoteState) => NoteState,
): Result<Changed, AppError> {
  const done = inTransaction(ctx.db, (): Result<NoteChange | null, AppError> => {
    const note = getNote(ctx.db, id);
    if (!note || note.deletedAt !== null) return err({ code: 'notFound', what: 'note', id });
    const before = toNoteState(note);
    const after = toAfter(before);
    if (isSameState(NoteState, before, after)) return ok(null);
    setNoteState(ctx.db, note, after);
    const change = { note, before, after };
    const me = getCurrentAgent(ctx.db).id;
    return ok({ ...change, me, activityId: record(ctx, kind, change, me) });
  });
  if (!done.ok) return done;
  if (done.value === null) return ok({});
  emitChanged(ctx, done.value);
  return ok({ activityId: done.value.activityId });
}

function record(
  ctx: EngineContext,
  kind: ActivityKind,
  { note, before, after }: Pick<NoteChange, 'note' | 'before' | 'after'>,
  agent: string,
): string {
  const { id, conversationId } = note;
  const undo = { note: { id, before, after } };
  return recordActivity(ctx, { kind, agent, conversationId, facts: { noteId: id }, undo });
}

function emitChanged(ctx: EngineContext, { note, before, after, me }: NoteChange): void {
  const { id, conversationId, agent } = note;
  ctx.emit({ name: 'conversations.changed', params: { ids: [conversationId] } });
  ctx.emit({ name: 'notes.changed', params: { id, conversationId } });
  if (agent !== me && mentions(after, me) && !mentions(before, me)) {
    ctx.emit({ name: 'notes.mentioned', params: { id, conversationId } });
  }
}

const mentions = (state: NoteState, agent: string): boolean =>
  state.deletedAt === null && state.mentions.some((mention) => mention.agent === agent);
