import { z } from 'zod';
import { CostReport } from '../../domain/cost.ts';
import { GuardCode } from '../../guards.ts';
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
  'reports.guards': method(
    'query',
    'Counts for each guard how many replies it refused and how often it was overruled, from `from` (inclusive) to `to` (exclusive): a guard that is overruled often raises false alarms.',
    {
      input: z.strictObject({ from: z.number().int(), to: z.number().int() }),
      output: z.object({
        items: z.array(z.object({ code: GuardCode, refused: z.number().int(), overruled: z.number().int() })),
      }),
    },
  ),
} as const;
