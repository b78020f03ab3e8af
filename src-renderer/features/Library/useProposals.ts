import { useEngineQuery } from '../../engine/hooks.ts';

/** How often proposals are read again while they are shown: replies are sent without an event of the library. */
const refetchMs = 60_000;

/** The replies that are proposed as canned responses. */
export function useProposals() {
  return useEngineQuery('replies.proposals', { limit: 50 }, { refetchMs });
}
