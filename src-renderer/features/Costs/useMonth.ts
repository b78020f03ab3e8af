import type { CostReport } from '#shared/domain/cost.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useNow } from '../../ui/RelativeTime.tsx';
import { toPeriod } from './period.ts';

/** How this month stands against its cap; undefined until the engine has answered. */
export function useMonth(): CostReport['month'] | undefined {
  const now = useNow();
  return useEngineQuery('reports.costs', toPeriod('month', now), { keepPrevious: true }).data?.month;
}
