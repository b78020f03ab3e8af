import { z } from 'zod';

/** How far mentions or hits must exceed what is usual before Perch alerts; `off` for never. */
export const SpikeSensitivity = z.enum(['off', 'low', 'normal', 'high']);
export type SpikeSensitivity = z.infer<typeof SpikeSensitivity>;

/** An account counts as large from this many followers on. */
export const LARGE_ACCOUNT_FOLLOWERS = 50_000;

/** Ten minutes that brought far more posts than usual, and what followed; figures are those of its highest ten minutes so far. */
export const Spike = z.object({
  id: z.string(),
  /** `mentions`, or `search:` and the id of a saved search. */
  sourceId: z.string(),
  beganAt: z.number(),
  endedAt: z.number().nullable(),
  dismissed: z.boolean(),
  /** The most posts in ten minutes, and how many are usual at that hour of the week. */
  posts: z.number().int(),
  usual: z.number(),
  /** The hashtag that most of them share, without `#`, and how many of them, 0 to 1; null if there is none in 30 % of them. */
  hashtag: z.object({ name: z.string(), share: z.number() }).nullable(),
  /** How many of their authors have at least 50,000 followers. */
  largeAccounts: z.number().int(),
});
export type Spike = z.infer<typeof Spike>;
