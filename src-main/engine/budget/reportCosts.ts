import type { CostReport } from '#shared/domain/cost.ts';
import type { EngineContext } from '../context/context.ts';
import { type CallSum, sumCallsByConversation, sumCallsByDay, sumCallsBySource } from '../store/calls.ts';
import { toUsd } from './money.ts';
import { getMonth } from './monthlyCap.ts';

/**
 * What the calls from `from` (inclusive) to `to` (exclusive) cost: in total, by UTC day, and by source and conversation,
 * the most expensive first. Also the state of the current month, whatever the range.
 */
export function reportCosts(ctx: Pick<EngineContext, 'db' | 'clock'>, from: number, to: number): CostReport {
  const days = sumCallsByDay(ctx.db, from, to);
  return {
    total: toSum(addUp(days)),
    days: days.map((one) => ({ day: one.day, ...toSum(one) })),
    sources: sumCallsBySource(ctx.db, from, to).map((one) => ({ source: one.source, ...toSum(one) })),
    conversations: sumCallsByConversation(ctx.db, from, to).map((one) => ({
      conversationId: one.conversationId,
      handle: one.handle,
      name: one.name,
      ...toSum(one),
    })),
    month: getMonth(ctx),
  };
}

const toSum = ({ calls, items, microUsd }: CallSum) => ({ calls, items, usd: toUsd(microUsd) });

function addUp(sums: readonly CallSum[]): CallSum {
  return sums.reduce(
    (all, one) => ({
      calls: all.calls + one.calls,
      items: all.items + one.items,
      microUsd: all.microUsd + one.microUsd,
    }),
    { calls: 0, items: 0, microUsd: 0 },
  );
}
