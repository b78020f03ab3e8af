import { z } from 'zod';
import { Channel } from '../../domain/reply.ts';
import { Warning } from '../../guards.ts';
import { id, seenThrough, text } from './inputs.ts';
import { method } from './method.ts';

/** What Perch looks at before a reply goes out. */
export const guardsMethods = {
  'guards.check': method(
    'query',
    'Returns what the guards say about a reply, without sending it; makes no call to X. Fails with `notFound`.',
    {
      input: z.strictObject({ conversationId: id, channel: Channel, text, seenThrough }),
      output: z.object({
        /** In the order of the codes; at most one for each. */
        warnings: z.array(Warning),
      }),
    },
  ),
} as const;
