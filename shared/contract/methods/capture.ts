import { z } from 'zod';
import { QuarantinedItem, SourceStatus, StepError } from '../../domain/capture.ts';
import { AppError } from '../../errors.ts';
import { limit, none } from './inputs.ts';
import { method } from './method.ts';

/** Polling X, and the gaps of what is captured. */
export const captureMethods = {
  'capture.pollNow': method(
    'command',
    'Runs a poll cycle over every source; returns when everything is stored.',
    {
      input: none,
      output: z.object({
        newMessages: z.number().int(),
        /** Sources that could not be polled, and why. */
        failures: z.array(z.object({ source: z.string(), error: AppError })),
      }),
    },
  ),
  'capture.status': method('query', 'Returns for each source what is captured, what is missing and why.', {
    input: none,
    output: z.object({
      sources: z.array(SourceStatus),
      /** True while `capture.hold` keeps back all reading. */
      isHeld: z.boolean().optional(),
      /** Whether the last call to X reached it; absent before the first one. */
      isReached: z.boolean().optional(),
      /** Why the last attempt to fetch quotes of own posts failed. They have no gaps, because X counts the quotes of a post. */
      quotesError: AppError.optional(),
      /** Steps of the last poll cycle that failed; absent if none did. */
      stepErrors: z.array(StepError).optional(),
    }),
  }),
  'capture.networkChanged': method(
    'command',
    'Reports that the system has gone offline, or may be online again, as after it woke up: then what waits for the network, and what X failed to respond to, is retried at once; what X has rate limited waits.',
    { input: z.strictObject({ isOnline: z.boolean() }), output: none },
  ),
  'capture.quarantine': method(
    'query',
    'Lists the items of X that could not be read or assigned to a person, newest first, and counts them.',
    {
      input: z.strictObject({ limit: limit.default(50) }),
      output: z.object({ items: z.array(QuarantinedItem), count: z.number().int() }),
    },
  ),
  'capture.backfill': method(
    'command',
    'Runs a poll cycle; returns how many gaps it closed. Gaps that X forgets first are backfilled first.',
    {
      input: none,
      output: z.object({ newMessages: z.number().int(), closedGaps: z.number().int() }),
    },
  ),
} as const;
