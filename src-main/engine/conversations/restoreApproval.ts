import { reopenApproval } from '../store/approvals.ts';
import { DraftState } from '../store/draftState.ts';
import { getDraftState, saveDraft } from '../store/drafts.ts';
import type { Db } from '../store/open.ts';
import { isSameState } from '../store/sameState.ts';
import type { ApprovalUndo } from '../store/undoFacts.ts';
import { canRestoreNote, restoreNote } from './notes.ts';

interface GivenBack extends ApprovalUndo {
  readonly conversationId: string;
}

/**
 * Makes a reply wait for an approval again that was given back: its draft is as before, and the note about it is gone. Returns whether
 * that is possible: nobody has changed the draft or the note since; else nothing changes.
 */
export function restoreApproval(db: Db, { conversationId, approval }: GivenBack, now: number): boolean {
  const { id, channel, before, after, note } = approval;
  if (!isSameState(DraftState, getDraftState(db, conversationId, channel), after)) return false;
  if (note && !canRestoreNote(db, { note })) return false;
  if (!reopenApproval(db, id, 'ended')) return false;
  saveDraft(db, { conversationId, channel, ...before }, now);
  if (note) restoreNote(db, { note });
  return true;
}
