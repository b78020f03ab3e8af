import { z } from 'zod';
import { Sentiment } from './sentiment.ts';

/** What the listed hits of saved searches have in common; what is absent makes no difference. */
export const HitFilter = z.strictObject({
  sentiment: Sentiment.optional(),
  /** X's code of a language, such as `nl`. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  /** The `term` of a theme. */
  theme: z.string().min(1).max(101).optional(),
});
export type HitFilter = z.infer<typeof HitFilter>;

/** Whether it narrows a list down. */
export const isNarrow = (filter: HitFilter): boolean =>
  Object.values(filter).some((condition) => condition !== undefined);
