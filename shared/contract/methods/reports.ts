import { z } from 'zod';
import { CostReport } from '../../domain/cost.ts';
import { method } from './method.ts';

export const reportsMethods = {
  'reports.costs': method(
    'query',
    'Reports what was spent on X from `from` (inclusive) to `to` (exclusive), and the state of the current month.',
    {
      input: z.strictObject({ from: z.number().int(), to: z.number().int() }),
      output: CostReport,
    },
  ),
} as const;
