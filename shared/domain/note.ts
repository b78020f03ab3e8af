import { z } from 'zod';

/** The most characters of a note. */
export const MAX_NOTE_LENGTH = 10_000;

/** What an agent writes for colleagues; never sent to X. */
export const Note = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** Who wrote it. */
  agent: z.string(),
  /** With the present names of the agents whom it mentions. */
  text: z.string(),
  /** The agents whom it mentions: their ids, and where in `text`, in UTF-16 units, the end exclusive; in order. */
  mentions: z.array(z.object({ agent: z.string(), start: z.number().int(), end: z.number().int() })),
  createdAt: z.number(),
  /** When it was edited last; null if it never was. */
  editedAt: z.number().nullable(),
});
export type Note = z.infer<typeof Note>;
