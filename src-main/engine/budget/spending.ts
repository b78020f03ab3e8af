import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { getBudgetSettings } from '../store/budgetSettings.ts';
import { insertCall, mergeCalls } from '../store/calls.ts';
import { forgetChargedBefore, noteCharged } from '../store/charged.ts';
import { inTransaction } from '../store/sql.ts';
import { type FinishedCall, isVital, type Spending } from '../x/calls.ts';
import { toMicroUsd } from './money.ts';
import { emitMonthState, getMonth } from './monthlyCap.ts';
import { priceOfItem, toCharge } from './toCharge.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'log' | 'emit'>;

/** A call with the time at which it ended. */
interface TimedCall {
  readonly call: FinishedCall;
  readonly at: number;
}

/** How many calls are kept in memory while the disk is full. */
const MOST_UNSAVED = 1_000;

/** The spending of a workspace. A call that cannot be saved now, as on a full disk, is saved with the next one. */
export function createSpending(ctx: Context): Spending {
  let unsaved: TimedCall[] = [];
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
      unsaved = [...unsaved, { call, at: ctx.clock.now() }].slice(-MOST_UNSAVED);
      try {
        inTransaction(ctx.db, () => {
          for (const one of unsaved) save(ctx, one);
        });
        unsaved = [];
        emitMonthState(ctx);
      } catch (cause) {
        ctx.log('costs.notSaved', { cause: cause instanceof Error ? cause.message : 'unknown' });
      }
    },
  };
}

function save({ db }: Context, { call, at }: TimedCall): void {
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

/** The UTC day of a call, such as `2026-11-23`: X charges for the same item once per UTC day. */
export function toDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** How far back calls are merged; those that stayed unmerged for longer are left as they are. */
const MERGE_BACK_MS = 30 * DAY_MS;

/** Keeps the ledger of calls small: like calls of one hour become one row, once they are a day old. */
export function compactCalls({ db, clock }: Pick<EngineContext, 'db' | 'clock'>): void {
  const now = clock.now();
  // At full hours, so that none is merged twice.
  const to = Math.floor((now - DAY_MS) / HOUR_MS) * HOUR_MS;
  inTransaction(db, () => {
    mergeCalls(db, to - MERGE_BACK_MS, to);
    // A day of margin: if the clock was set back, yesterday may not be over.
    forgetChargedBefore(db, toDay(now - DAY_MS));
  });
}
