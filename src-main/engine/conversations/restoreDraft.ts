import { DraftState } from '../store/draftState.ts';
import { getDraftState, saveDraft } from '../store/drafts.ts';
import type { Db } from '../store/open.ts';
import { isSameState } from '../store/sameState.ts';
import type { DraftUndo } from '../store/undoFacts.ts';

interface Drafted extends DraftUndo {
  readonly conversationId: string;
}

/** Takes away the draft that a rule has begun; returns whether nobody has changed it since, else it stays. */
export function restoreDraft(db: Db, { conversationId, draft }: Drafted, now: number): boolean {
  const { channel, after } = draft;
  if (!isSameState(DraftState, getDraftState(db, conversationId, channel), after)) return false;
  saveDraft(db, { conversationId, channel, text: '', attachments: [], excludeMentions: [] }, now);
  return true;
}
