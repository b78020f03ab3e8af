import { z } from 'zod';
import { CostReport } from '../../domain/cost.ts';
import { ReplyLanguage } from '../../domain/replyLanguage.ts';
import { GuardCode } from '../../guards.ts';
import { method } from './method.ts';

/** What came of some handovers. */
const handoverFigures = {
  sent: z.number().int(),
  arrived: z.number().int(),
  /** How many of those that have not arrived are still waited for. */
  waiting: z.number().int(),
  /** The share that arrived, and its 95 % interval (Wilson); null if none was sent. */
  share: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** How long the private message took, of those that arrived; null if none did. */
  medianMs: z.number().nullable(),
  p90Ms: z.number().nullable(),
};

export const reportsMethods = {
  'reports.costs': method(
    'query',
    'Reports what was spent on X from `from` (inclusive) to `to` (exclusive), and the state of the current month.',
    {
      input: z.strictObject({ from: z.number().int(), to: z.number().int() }),
      output: CostReport,
    },
  ),
  'reports.handovers': method(
    'query',
    'Reports what came of the handovers that X had from `from` (inclusive) to `to` (exclusive): in total, and by language and by whether they had a link.',
    {
      input: z.strictObject({ from: z.number().int(), to: z.number().int() }),
      output: z.object({
        ...handoverFigures,
        groups: z.array(z.object({ language: ReplyLanguage, withLink: z.boolean(), ...handoverFigures })),
      }),
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
