import { z } from 'zod';
import { AppError } from '../errors.ts';

/** A number that is known to lie between two bounds; `most` is null where nothing bounds it. */
export const Between = z.object({ least: z.number(), most: z.number().nullable() });
export type Between = z.infer<typeof Between>;

const reads = { mentions: Between, dms: Between, ownPosts: Between, usd: Between };

/** What reading costs a new account, in items and US dollars at the prices of `budget.get`. */
export const Estimate = z.object({
  /** For each beginning that was asked about: what the first read fetches. */
  begins: z.array(z.object({ since: z.number().nullable(), ...reads })),
  /** What Perch reads on each day from then on. */
  perDay: z.object({ ...reads, checksUsd: z.number() }),
  /** How posts are known: counted by X over the last seven days, or only by what X shows at most. */
  posts: z.enum(['counted', 'unknown']),
  /** How private messages are known: all counted, projected from the newest ones, or not at all. */
  dms: z.enum(['counted', 'projected', 'unknown']),
  /** What this estimate cost. */
  spentUsd: z.number(),
  /** What `countDms` costs at most. */
  countDmsUsd: z.number(),
  /** Why X did not give a count. */
  error: AppError.optional(),
});
export type Estimate = z.infer<typeof Estimate>;
