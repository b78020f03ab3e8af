import { BudgetSettings } from '../../domain/cost.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

/** Prices and the monthly cap. */
export const budgetMethods = {
  'budget.get': method('query', 'Returns the prices and the monthly cap.', {
    input: none,
    output: BudgetSettings,
  }),
  'budget.set': method('command', 'Changes prices or the monthly cap and returns both.', {
    input: BudgetSettings.partial().strict(),
    output: BudgetSettings,
  }),
} as const;
