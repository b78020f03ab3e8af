import { DAY_MS } from '#shared/time.ts';
import type { EngineContext } from '../context.ts';
import { getBudgetSettings } from '../store/budgetSettings.ts';
import { sumCallsBySource, sumMicroUsd } from '../store/calls.ts';
import { toMonth } from './calendar.ts';
import { toUsd } from './money.ts';
import { getMonth } from './month.ts';

/** Under a cap, this much of a day's money may go into asking whether settled posts are still there: what people write comes first. */
const CHECKS_SHARE = 0.25;

/**
 * How many posts the money of this UTC day still lets Perch check for deletion: a quarter of what each day that is left
 * of the month may cost. Infinite without a cap.
 */
export function countAffordableChecks(ctx: Pick<EngineContext, 'db' | 'clock'>): number {
  const { capUsd, spentUsd } = getMonth(ctx);
  const { postRead } = getBudgetSettings(ctx.db).prices;
  if (capUsd === null || postRead === 0) return Number.POSITIVE_INFINITY;
  const now = ctx.clock.now();
  const dawn = Math.floor(now / DAY_MS) * DAY_MS;
  const leftAtDawnUsd = capUsd - spentUsd + toUsd(sumMicroUsd(ctx.db, dawn, now + 1));
  const perDayUsd = leftAtDawnUsd / ((toMonth(now).endsAt - dawn) / DAY_MS);
  const checks = sumCallsBySource(ctx.db, dawn, now + 1).find(({ source }) => source === 'deletions');
  const leftUsd = perDayUsd * CHECKS_SHARE - toUsd(checks?.microUsd ?? 0);
  return Math.max(0, Math.floor(leftUsd / postRead));
}
