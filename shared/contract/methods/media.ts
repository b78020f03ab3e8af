import { z } from 'zod';
import { id } from './inputs.ts';
import { method } from './method.ts';

/** The files of private messages, which X hands out only to the account's token. */
export const mediaMethods = {
  'media.get': method(
    'command',
    'Returns the path of a file of a private message; fetches it from X if it is not stored yet.',
    {
      input: z.strictObject({
        messageId: id,
        /** `url` or `playUrl` of one of its media. */
        url: z.string().max(2_000),
      }),
      output: z.object({ file: z.string() }),
    },
  ),
} as const;
