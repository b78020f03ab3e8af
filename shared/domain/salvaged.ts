import { z } from 'zod';

/** What was saved of a damaged store into the one that took its place. */
export const Salvaged = z.object({
  at: z.number(),
  rows: z.number().int(),
  /** The number of tables that have data of their own. */
  tables: z.number().int(),
  /** The names of those of which something could not be read. */
  damaged: z.array(z.string()),
});
export type Salvaged = z.infer<typeof Salvaged>;
