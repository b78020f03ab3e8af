import { z } from 'zod';
import { MAX_PAST_SEARCHES, MAX_PINNED_SEARCHES, PastSearch, SearchText } from '../../domain/pastSearch.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

const bySearch = z.strictObject({ text: SearchText });

/** Searches of the archive that are remembered in the workspace. */
export const pastSearchesMethods = {
  'pastSearches.list': method('query', 'Lists the pinned searches, then the others, the latest first.', {
    input: none,
    output: z.object({ items: z.array(PastSearch) }),
  }),
  'pastSearches.add': method(
    'command',
    `Remembers a search, or that it was made again. The latest ${MAX_PAST_SEARCHES} are kept besides the pinned ones.`,
    { input: bySearch, output: none },
  ),
  'pastSearches.pin': method(
    'command',
    `Keeps a search until it is unpinned. Fails with \`invalid\` beyond ${MAX_PINNED_SEARCHES} of them.`,
    { input: bySearch, output: none },
  ),
  'pastSearches.unpin': method('command', 'Lets a search be forgotten like any other.', {
    input: bySearch,
    output: none,
  }),
  'pastSearches.clear': method('command', 'Forgets all searches that are not pinned.', {
    input: none,
    output: none,
  }),
} as const;
