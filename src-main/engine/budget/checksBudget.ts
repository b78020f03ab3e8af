import type { DeletionChecks } from '#shared/domain/workspaceSettings.ts';
import { DAY_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { getBudgetSettings } from '../store/budgetSettings.ts';
import { sumCallsBySource, sumMicroUsd } from '../store/calls.ts';
import { toUsd } from './money.ts';
import { getMonth, toMonth } from './monthlyCap.ts';

type Context = Pick<EngineContext, 'db' | 'clock'>;

/** The share of the monthly cap that thrifty checks may take, and the cap that is assumed where there is none. */
const THRIFTY_SHARE = 0.1;
const ASSUMED_CAP_USD = 25;

/** What thrifty checks cost in a month at most, in US dollars. */
export function priceOfThriftyChecks(capUsd: number | null): number {
  return (capUsd ?? ASSUMED_CAP_USD) * THRIFTY_SHARE;
}

/** The share of a day's money that daily checks of settled posts may take: new messages come first. */
export const SETTLED_SHARE = 0.25;

/** How many posts may still be checked on this UTC day: those of unresolved conversations, and the others after them. */
export interface AffordableChecks {
  readonly unresolved: number;
  readonly settled: number;
}

/** The checks that the money of this UTC day still pays for. */
export function countAffordableChecks(ctx: Context, checks: DeletionChecks): AffordableChecks {
  if (checks === 'off') return { unresolved: 0, settled: 0 };
  const { postRead } = getBudgetSettings(ctx.db).prices;
  const count = (usd: number) =>
    postRead === 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor(usd / postRead));
  if (checks === 'daily') {
    return { unresolved: Number.POSITIVE_INFINITY, settled: count(getSettledUsd(ctx)) };
  }
  const { startsAt, endsAt } = toMonth(ctx.clock.now());
  const perDayUsd = priceOfThriftyChecks(getMonth(ctx).capUsd) / ((endsAt - startsAt) / DAY_MS);
  const left = count(perDayUsd - getSpentToday(ctx));
  return { unresolved: left, settled: left };
}

/**
 * What daily checks of settled posts may still cost today; infinite without a cap.
 *
 * Example: a cap of 50 $, 20 $ spent by this morning, 10 days left, today included. A day may cost (50 − 20) / 10 = 3 $,
 * so 0.75 $ of it may go into checks. At 0.005 $ a post that pays for 150 of them, less those already made today.
 */
function getSettledUsd(ctx: Context): number {
  const { capUsd, spentUsd } = getMonth(ctx);
  if (capUsd === null) return Number.POSITIVE_INFINITY;
  const now = ctx.clock.now();
  const dawn = toDawn(now);
  const leftAtDawnUsd = capUsd - spentUsd + toUsd(sumMicroUsd(ctx.db, dawn, now + 1));
  const perDayUsd = leftAtDawnUsd / ((toMonth(now).endsAt - dawn) / DAY_MS);
  return perDayUsd * SETTLED_SHARE - getSpentToday(ctx);
}

function getSpentToday({ db, clock }: Context): number {
  const now = clock.now();
  const sums = sumCallsBySource(db, toDawn(now), now + 1);
  return toUsd(sums.find(({ source }) => source === 'deletions')?.microUsd ?? 0);
}

/** The beginning of the UTC day, by which X bills. */
const toDawn = (now: number): number => Math.floor(now / DAY_MS) * DAY_MS;
