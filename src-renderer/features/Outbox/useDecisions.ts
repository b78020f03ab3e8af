import { useEngineQuery } from '../../engine/hooks.ts';
import { needsDecision } from './groupEntries.ts';

/** How many of the latest replies are searched for ones that need a decision. */
export const outboxDepth = 300;

/** How many replies need an agent's decision. */
export function useDecisions(): number {
  const { data } = useEngineQuery('outbox.list', { limit: outboxDepth });
  return data?.items.filter(needsDecision).length ?? 0;
}
