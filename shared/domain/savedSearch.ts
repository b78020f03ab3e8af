import { z } from 'zod';

const words = z.array(z.string().trim().min(1).max(80)).max(20);

/** The terms of a saved search, as entered in its form. The query for X is derived from them. */
export const SearchTerms = z.strictObject({
  /** The post must contain all of these words. */
  all: words,
  /** The post must contain one of these words. */
  any: words,
  /** The post must contain all of these exact phrases. */
  phrases: words,
  /** The post must contain one of these hashtags, written without `#`. */
  hashtags: words,
  /** The post must contain none of these words. */
  none: words,
  /** Language code of X, such as `nl`; null for any language. */
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable(),
});
export type SearchTerms = z.infer<typeof SearchTerms>;

/** A keyword query that Perch polls. */
export const SavedSearch = z.object({
  id: z.string(),
  name: z.string(),
  terms: SearchTerms,
  /** The query sent to X, derived from the terms and the account's present handle. */
  query: z.string(),
  /** Hits go straight into the queue. */
  takesAll: z.boolean(),
  createdAt: z.number(),
  hits: z.number().int(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;
