import { z } from 'zod';
import { BudgetSettings, CostReport } from '../../domain/cost.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

/** What X charges, and how much may be spent. */
export const costsMethods = {
  'reports.costs': method(
    'query',
    'Reports what was spent on X between two times, and how the month stands.',
    {
      input: z.strictObject({ from: z.number().int(), to: z.number().int() }),
      output: CostReport,
    },
  ),
  'budget.get': method('query', 'Reads prices and the monthly cap.', { input: none, output: BudgetSettings }),
  'budget.set': method('command', 'Changes prices or the monthly cap.', {
    input: BudgetSettings.partial().strict(),
    output: BudgetSettings,
  }),
} as const;
