import { z } from 'zod';

const words = z.array(z.string().trim().min(1).max(80)).max(20);

/** What a saved search looks for, as its form has it; the query for X follows from it. */
export const SearchTerms = z.strictObject({
  /** All of these words must stand in the post. */
  all: words,
  /** One of these words must stand in the post. */
  any: words,
  /** These exact phrases. */
  phrases: words,
  /** One of these hashtags, without the `#`. */
  hashtags: words,
  /** None of these words. */
  none: words,
  /** Language as X tells it, such as `nl`; null for all. */
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable(),
});
export type SearchTerms = z.infer<typeof SearchTerms>;

/** A keyword query that is polled. */
export const SavedSearch = z.object({
  id: z.string(),
  name: z.string(),
  terms: SearchTerms,
  /** The query as X gets it; it follows from the terms and from the handle that the account has now. */
  query: z.string(),
  /** Hits go straight into the queue. */
  takesAll: z.boolean(),
  createdAt: z.number(),
  hits: z.number().int(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;
