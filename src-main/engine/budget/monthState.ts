import type { BudgetSettings, CostReport } from '#shared/domain/cost.ts';

/** How a month stands that has cost so much. */
export function toMonthState(
  spentUsd: number,
  { monthlyCapUsd: capUsd, warnAtPercent }: Pick<BudgetSettings, 'monthlyCapUsd' | 'warnAtPercent'>,
): CostReport['month'] {
  if (capUsd === null) return { spentUsd, capUsd, state: 'fine' };
  if (spentUsd >= capUsd) return { spentUsd, capUsd, state: 'stopped' };
  return { spentUsd, capUsd, state: spentUsd * 100 >= capUsd * warnAtPercent ? 'warned' : 'fine' };
}
