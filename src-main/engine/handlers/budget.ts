import { ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { forgetEndedState } from '../budget/monthlyCap.ts';
import { priceOfChecks } from '../capture/deletionCheck.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getBudgetSettings, putBudgetSettings } from '../store/budgetSettings.ts';
import { inTransaction } from '../store/sql.ts';
import type { Handlers } from './handlers.ts';

/** Prices and the monthly cap. */
export const budgetHandlers = {
  'budget.get': ({ db }) => ok(getBudgetSettings(db)),

  'budget.checks': (ctx) => ok(priceOfChecks(ctx)),

  'budget.set': (ctx, input) => {
    const settings = inTransaction(ctx.db, () => {
      const changed = { ...getBudgetSettings(ctx.db), ...withoutUndefined(input) };
      putBudgetSettings(ctx.db, changed);
      forgetEndedState(ctx);
      const { id: agent } = getCurrentAgent(ctx.db);
      const facts = { ...changed, prices: JSON.stringify(changed.prices) };
      recordActivity(ctx, { kind: 'budgetChanged', agent, conversationId: null, facts });
      return changed;
    });
    ctx.emit({ name: 'budget.changed', params: {} });
    return ok(settings);
  },
} satisfies Partial<Handlers>;
