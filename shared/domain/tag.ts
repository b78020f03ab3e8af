import { z } from 'zod';
import { foldName } from '../foldText.ts';

/** The colours that a tag can have; the window draws each so that it can be told apart in both themes. */
export const TagColour = z.enum(['grey', 'brown', 'red', 'orange', 'yellow', 'green', 'teal', 'pink']);
export type TagColour = z.infer<typeof TagColour>;

/** The most characters of the name of a tag. */
export const MAX_TAG_NAME = 60;

/** The name of a tag as somebody typed it, on one line; it has at least one character that can be seen. */
export const TagName = z
  .string()
  .overwrite((name) => name.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  .min(1)
  .max(MAX_TAG_NAME)
  .regex(/[^\p{C}\p{Z}\p{M}]/u, 'has nothing that can be seen');

/** What the search makes of the name of a tag; without any letter, digit or pictograph, the name as it is. */
export const toTagKey = (name: string): string =>
  foldName(name) || name.normalize('NFKC').toLowerCase().trim();

/** A label that agents put on conversations. */
export const Tag = z.object({
  id: z.string(),
  /** No two tags have names that the search takes for the same. */
  name: z.string(),
  colour: TagColour,
  /** How many conversations carry it. */
  conversations: z.number().int(),
});
export type Tag = z.infer<typeof Tag>;
