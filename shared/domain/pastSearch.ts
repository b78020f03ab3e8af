import { z } from 'zod';

/** The maximum number of searches that are pinned, and of others that are remembered. */
export const MAX_PINNED_SEARCHES = 50;
export const MAX_PAST_SEARCHES = 30;

/** What somebody typed into the search field. */
export const SearchText = z.string().trim().min(1).max(500);

/** A search of the archive in which somebody opened a result, or that is pinned. */
export const PastSearch = z.object({
  text: z.string(),
  /** When a result of it was last opened, or when it was pinned. */
  at: z.number(),
  /** It stays until somebody unpins it. */
  isPinned: z.boolean(),
});
export type PastSearch = z.infer<typeof PastSearch>;
