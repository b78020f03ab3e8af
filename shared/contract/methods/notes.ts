import { z } from 'zod';
import { MAX_NOTE_LENGTH } from '../../domain/note.ts';
import { AgentName } from '../../domain/workspaceSettings.ts';
import { byId, changed, id, none } from './inputs.ts';
import { method } from './method.ts';

const noteText = z
  .string()
  .max(MAX_NOTE_LENGTH)
  .refine((text) => text.trim() !== '', 'is empty');

/** Private notes on conversations; `conversations.get` lists them. They never leave Perch. */
export const notesMethods = {
  'notes.add': method(
    'command',
    'Adds a private note to a conversation. `@` and the name of an agent mentions them: the note keeps who it is, also after a new name, and the conversation says so (`mentionsMe`) until they have seen it.',
    {
      input: z.strictObject({
        conversationId: id,
        text: noteText,
        /** Who writes it, by id or name; the current agent when absent. */
        agent: AgentName.optional(),
      }),
      output: z.object({
        id: z.string(),
        /** The activity, for `activities.undo`. */
        activityId: z.string(),
      }),
    },
  ),
  'notes.update': method('command', 'Changes the text of a note.', {
    input: z.strictObject({ id, text: noteText }),
    output: changed,
  }),
  'notes.delete': method('command', 'Deletes a note. Undoing brings it back.', {
    input: byId,
    output: changed,
  }),
  'notes.markSeen': method(
    'command',
    'Takes all mentions of the current agent in the notes of a conversation as seen.',
    {
      input: z.strictObject({ conversationId: id }),
      output: none,
    },
  ),
  'notes.saveDraft': method(
    'command',
    'Saves the unfinished note of a conversation; an empty text deletes it.',
    {
      input: z.strictObject({ conversationId: id, text: z.string().max(MAX_NOTE_LENGTH * 10) }),
      output: none,
    },
  ),
  'notes.getDraft': method(
    'query',
    'Returns the unfinished note of a conversation; empty if there is none.',
    {
      input: z.strictObject({ conversationId: id }),
      output: z.object({ text: z.string() }),
    },
  ),
} as const;
