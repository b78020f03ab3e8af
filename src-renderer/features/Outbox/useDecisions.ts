import { useEngineQuery } from '../../engine/hooks.ts';
import { needsDecision } from './groupEntries.ts';

/** How many of the latest answers are looked through for ones that need a decision. */
export const outboxDepth = 300;

/** How many answers wait for an agent's decision. */
export function useDecisions(): number {
  const { data } = useEngineQuery('outbox.list', { limit: outboxDepth });
  return data?.items.filter(needsDecision).length ?? 0;
}
