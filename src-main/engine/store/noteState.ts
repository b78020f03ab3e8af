import { z } from 'zod';

/** The agents whom a text mentions, as it was written: their ids, and where, in UTF-16 units. */
export const StoredMentions = z.array(
  z.strictObject({ agent: z.string(), start: z.number().int(), end: z.number().int() }),
);
export type StoredMentions = z.infer<typeof StoredMentions>;

/** What agents change of a note. */
export const NoteState = z.strictObject({
  text: z.string(),
  mentions: StoredMentions,
  editedAt: z.number().nullable(),
  deletedAt: z.number().nullable(),
});
export type NoteState = z.infer<typeof NoteState>;

/** What agents change of a note, without the rest of it. */
export const toNoteState = ({ text, mentions, editedAt, deletedAt }: NoteState): NoteState => ({
  text,
  mentions,
  editedAt,
  deletedAt,
});
