import type { EngineContext } from '../context.ts';
import { getBudgetSettings } from '../store/budgetSettings.ts';
import { insertCall } from '../store/calls.ts';
import { noteCharged } from '../store/charged.ts';
import { inTransaction } from '../store/sql.ts';
import { type FinishedCall, isVital, type Spending } from '../x/calls.ts';
import { toDay } from './calendar.ts';
import { toMicroUsd } from './money.ts';
import { getMonth, tellMonth } from './month.ts';
import { priceOfItem, toCharge } from './toCharge.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'log' | 'emit'>;

/** A call with the time at which it ended. */
interface TimedCall {
  readonly call: FinishedCall;
  readonly at: number;
}

/** Calls that a full disk keeps from being written down, at most; an hour of them weighs little. */
const MOST_UNWRITTEN = 1_000;

/** The spending of a workspace. What cannot be written down now is written with the next call. */
export function createSpending(ctx: Context): Spending {
  let unwritten: TimedCall[] = [];
  return {
    admit: (purpose) => {
      if (isVital(purpose)) return null;
      const { state, capUsd } = getMonth(ctx);
      return state === 'stopped' && capUsd !== null ? { code: 'budgetSpent', monthlyCapUsd: capUsd } : null;
    },
    mostItems: (name, purpose) => {
      const { spentUsd, capUsd } = getMonth(ctx);
      if (isVital(purpose) || capUsd === null) return Number.POSITIVE_INFINITY;
      const microUsdEach = toMicroUsd(priceOfItem(getBudgetSettings(ctx.db), name));
      return microUsdEach === 0 ? Number.POSITIVE_INFINITY : toMicroUsd(capUsd - spentUsd) / microUsdEach;
    },
    record: (call) => {
      unwritten = [...unwritten, { call, at: ctx.clock.now() }].slice(-MOST_UNWRITTEN);
      try {
        inTransaction(ctx.db, () => {
          for (const one of unwritten) writeDown(ctx, one);
        });
        unwritten = [];
        tellMonth(ctx);
      } catch (cause) {
        ctx.log('costs.notWritten', { cause: cause instanceof Error ? cause.message : 'unknown' });
      }
    },
  };
}

function writeDown({ db }: Context, { call, at }: TimedCall): void {
  const day = toDay(at);
  const charge = toCharge(getBudgetSettings(db), call);
  const fresh = noteCharged(db, day, charge.things);
  insertCall(db, {
    at,
    day,
    name: call.name,
    source: call.purpose.source,
    conversationId: call.purpose.conversationId ?? null,
    status: call.status,
    items: charge.items,
    microUsd: toMicroUsd(charge.usd) + fresh * toMicroUsd(charge.usdEach),
  });
}
