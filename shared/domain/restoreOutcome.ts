import { z } from 'zod';

/** What became of the last restore that was begun. Times are epoch milliseconds. */
export const RestoreOutcome = z.object({
  /** When the backup that was chosen was made. */
  at: z.number(),
  /** False if the workspace is the one of before. */
  isDone: z.boolean(),
  /** When the backup was made that the workspace of before became; null if there is none. */
  wayBackAt: z.number().nullable(),
});
export type RestoreOutcome = z.infer<typeof RestoreOutcome>;
