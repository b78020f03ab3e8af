import { z } from 'zod';

/** A word or hashtag that far more authors write than usual. */
export const Theme = z.object({
  /** What `listening.list` filters by: the word as the search folds it, or a hashtag with its `#` in lower case. */
  term: z.string(),
  /** As most of them write it. */
  label: z.string(),
  /** How many authors wrote it in the last hour, and how many would usually. */
  authors: z.number().int(),
  usual: z.number(),
});
export type Theme = z.infer<typeof Theme>;
