import { z } from 'zod';
import { Estimate } from '../../domain/estimate.ts';
import { none } from './inputs.ts';
import { method } from './method.ts';

/** Since when to read, in epoch milliseconds; null for everything that X shows. */
const since = z.number().int().min(0).nullable();

/** How a workspace begins: what its first read costs, and how far back it goes. */
export const beginMethods = {
  'capture.hold': method(
    'command',
    'Keeps a workspace that has read nothing yet from reading anything before `capture.begin`: until then `capture.pollNow` fails with `notBegun`. Does nothing in a workspace that has read something.',
    { input: none, output: none },
  ),
  'capture.estimate': method(
    'command',
    'Returns what the first read would fetch and cost for each time from which it could begin, and what each day costs after it. Asks X for two counts of posts, and with `countDms` for its newest private messages, which are the only way to know about these.',
    {
      input: z.strictObject({ since: z.array(since).min(1).max(10), countDms: z.boolean().default(false) }),
      output: Estimate,
    },
  ),
  'capture.begin': method(
    'command',
    'Sets how far back the first read goes, and starts reading if `capture.hold` has kept it back. What is older and read all the same stays readable and never waits for a reply. Returns what holds: once something was read, that is the first choice.',
    { input: z.strictObject({ since }), output: z.object({ since }) },
  ),
} as const;
