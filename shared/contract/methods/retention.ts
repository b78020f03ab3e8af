import { z } from 'zod';
import { RetentionCounts, RetentionRule, RetentionRun } from '../../domain/retention.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

const rules = z.array(RetentionRule).max(20);
const Retention = z.object({
  /** None by default: nothing is erased by its age. */
  rules,
  /** The last run that erased something; null if there was none. */
  lastRun: RetentionRun.nullable(),
});

/** How long conversations are kept. */
export const retentionMethods = {
  'retention.get': method('query', 'Returns the rules by which old conversations are erased.', {
    input: none,
    output: Retention,
  }),
  'retention.set': method(
    'command',
    'Sets the rules by which old conversations are erased, once a day while nobody works with Perch. None switches that off.',
    { input: z.strictObject({ rules }), output: Retention },
  ),
  'retention.preview': method(
    'query',
    'Counts what rules would erase now. Only resolved conversations are erased, and none with a draft, a reply that X does not have, or a survey that waits.',
    {
      input: z.strictObject({ rules }),
      output: RetentionCounts.extend({
        /** When the last message of the oldest of them was written; null if there are none. */
        oldestAt: z.number().nullable(),
      }),
    },
  ),
  'retention.run': method(
    'command',
    'Erases now what the rules say. That cannot be undone; backups have it until they make way for newer ones. People of whom nothing is left go too, except those who want no surveys, are muted or VIPs.',
    { input: none, output: RetentionCounts },
  ),
} as const;
