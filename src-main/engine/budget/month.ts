import type { CostReport } from '#shared/domain/cost.ts';
import type { EngineContext } from '../context.ts';
import { getBudgetSettings, getToldMonth, putToldMonth } from '../store/budgetSettings.ts';
import { sumMicroUsd } from '../store/calls.ts';
import { toMonth } from './calendar.ts';
import { toUsd } from './money.ts';
import { toMonthState } from './monthState.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'emit'>;

const ranks = { fine: 0, warned: 1, stopped: 2 } as const;

/** What this calendar month (UTC) has cost so far, and how that stands to the cap. */
export function getMonth({ db, clock }: Pick<Context, 'db' | 'clock'>): CostReport['month'] {
  const { startsAt, endsAt } = toMonth(clock.now());
  return toMonthState(toUsd(sumMicroUsd(db, startsAt, endsAt)), getBudgetSettings(db));
}

/** Tells once a month that it is warned, and once that it is stopped. */
export function tellMonth(ctx: Context): void {
  const { state, spentUsd } = getMonth(ctx);
  if (ranks[state] <= ranks[toldState(ctx)]) return;
  putToldMonth(ctx.db, { startsAt: toMonth(ctx.clock.now()).startsAt, state });
  ctx.emit({ name: state === 'stopped' ? 'budget.stopped' : 'budget.warned', params: { spentUsd } });
}

/** Takes back what was told where a higher cap made it untrue, so that it is told again when it comes true again. */
export function correctToldMonth(ctx: Pick<Context, 'db' | 'clock'>): void {
  const { state } = getMonth(ctx);
  if (ranks[state] >= ranks[toldState(ctx)]) return;
  putToldMonth(ctx.db, { startsAt: toMonth(ctx.clock.now()).startsAt, state });
}

function toldState({ db, clock }: Pick<Context, 'db' | 'clock'>): keyof typeof ranks {
  const told = getToldMonth(db);
  return told?.startsAt === toMonth(clock.now()).startsAt ? told.state : 'fine';
}
