import { useMemo } from 'react';
import type { EngineInput } from '#shared/contract/engine.ts';
import type { Note } from '#shared/domain/note.ts';
import { useEngineCommand } from '../engine/hooks.ts';
import { useUi } from '../state/ui.ts';
import { underWay } from '../state/underWay.ts';

/** What agents do to notes. Each resolves to whether it worked, and says what it did in a toast, from which it can be undone. */
export interface NoteActions {
  add(input: EngineInput<'notes.add'>): Promise<boolean>;
  edit(note: Note, text: string): Promise<boolean>;
  remove(note: Note): Promise<boolean>;
}

export function useNoteActions(): NoteActions {
  const add = useEngineCommand('notes.add');
  const update = useEngineCommand('notes.update');
  const remove = useEngineCommand('notes.delete');
  return useMemo(
    () => ({
      add: async (input) => {
        const result = await underWay(add(input));
        if (result.ok) say(input.conversationId, 'noteAdded', result.value.activityId);
        return result.ok;
      },
      edit: async ({ id, conversationId }, text) => {
        const result = await underWay(update({ id, text }));
        if (result.ok) say(conversationId, 'noteEdited', result.value.activityId);
        return result.ok;
      },
      remove: async ({ id, conversationId }) => {
        const result = await underWay(remove({ id }));
        if (result.ok) say(conversationId, 'noteDeleted', result.value.activityId);
        return result.ok;
      },
    }),
    [add, update, remove],
  );
}

function say(
  conversationId: string,
  type: 'noteAdded' | 'noteEdited' | 'noteDeleted',
  activityId: string | undefined,
): void {
  if (activityId === undefined) return;
  useUi.getState().did({ activityId, conversationId, what: { type }, at: Date.now() });
}
