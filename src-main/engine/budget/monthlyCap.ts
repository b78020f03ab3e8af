import type { BudgetSettings, CostReport } from '#shared/domain/cost.ts';
import type { EngineContext } from '../context/context.ts';
import { getBudgetSettings, getEmittedMonth, putEmittedMonth } from '../store/budgetSettings.ts';
import { sumMicroUsd } from '../store/calls.ts';
import { toUsd } from './money.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'emit'>;

/** A calendar month in UTC, by which X bills; `endsAt` is exclusive. */
interface Month {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The calendar month in UTC that contains `at`. */
export function toMonth(at: number): Month {
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { startsAt: Date.UTC(year, month), endsAt: Date.UTC(year, month + 1) };
}

/** The state of a month that has cost so much: reading stops at the cap, a warning comes before. */
export function toMonthState(
  spentUsd: number,
  { monthlyCapUsd: capUsd, warnAtPercent }: Pick<BudgetSettings, 'monthlyCapUsd' | 'warnAtPercent'>,
): CostReport['month'] {
  if (capUsd === null) return { spentUsd, capUsd, state: 'fine' };
  if (spentUsd >= capUsd) return { spentUsd, capUsd, state: 'stopped' };
  return { spentUsd, capUsd, state: spentUsd * 100 >= capUsd * warnAtPercent ? 'warned' : 'fine' };
}

/** What the current month has cost so far, and its state under the cap. */
export function getMonth({ db, clock }: Pick<Context, 'db' | 'clock'>): CostReport['month'] {
  const { startsAt, endsAt } = toMonth(clock.now());
  return toMonthState(toUsd(sumMicroUsd(db, startsAt, endsAt)), getBudgetSettings(db));
}

const ranks = { fine: 0, warned: 1, stopped: 2 } as const;

/** Emits `budget.warned` and `budget.stopped`, each at most once per month. Call it after every cost. */
export function emitMonthState(ctx: Context): void {
  const { state, spentUsd } = getMonth(ctx);
  if (ranks[state] <= ranks[getEmittedState(ctx)]) return;
  putEmittedMonth(ctx.db, { startsAt: toMonth(ctx.clock.now()).startsAt, state });
  ctx.emit({ name: state === 'stopped' ? 'budget.stopped' : 'budget.warned', params: { spentUsd } });
}

/** After a change of the cap: if a higher one ended a state, its event is emitted again once the state returns. */
export function forgetEndedState(ctx: Pick<Context, 'db' | 'clock'>): void {
  const { state } = getMonth(ctx);
  if (ranks[state] >= ranks[getEmittedState(ctx)]) return;
  putEmittedMonth(ctx.db, { startsAt: toMonth(ctx.clock.now()).startsAt, state });
}

function getEmittedState({ db, clock }: Pick<Context, 'db' | 'clock'>): keyof typeof ranks {
  const emitted = getEmittedMonth(db);
  return emitted?.startsAt === toMonth(clock.now()).startsAt ? emitted.state : 'fine';
}
