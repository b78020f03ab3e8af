import { z } from 'zod';
import { BudgetSettings } from '../../domain/cost.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

/** Prices and the monthly cap. */
export const budgetMethods = {
  'budget.get': method('query', 'Returns the prices and the monthly cap.', {
    input: none,
    output: BudgetSettings,
  }),
  'budget.checks': method(
    'query',
    'Returns what looking for deleted posts costs in a month, at most, by what `deletionChecks` is set to.',
    {
      input: none,
      output: z.object({ thriftyUsd: z.number(), dailyUsd: z.number() }),
    },
  ),
  'budget.set': method('command', 'Changes prices or the monthly cap and returns both.', {
    input: BudgetSettings.partial().strict(),
    output: BudgetSettings,
  }),
} as const;
