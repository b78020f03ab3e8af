import { z } from 'zod';
import { deprecated } from '../../deprecated.ts';
import { PrivateData } from '../../domain/privateData.ts';
import { Channel } from '../../domain/reply.ts';
import { AppError } from '../../errors.ts';
import { HOUR_MS } from '../../time.ts';
import { id, text } from './inputs.ts';
import { method } from './method.ts';

/** Whether a channel can be used now, why not, and the price of the text in US dollars. */
const ChannelOption = z.object({
  possible: z.boolean(),
  error: AppError.optional(),
  /** @deprecated Use `error`. */
  hindrance: deprecated(AppError.optional(), '`error`'),
  usd: z.number(),
});

/** Writing a reply: which channels are open, and taking it into the outbox. */
export const repliesMethods = {
  'replies.send': method(
    'command',
    'Takes a reply into the outbox; when this returns, the reply is safe on disk.',
    {
      input: z.strictObject({
        conversationId: id,
        channel: Channel,
        text,
        /** The message that a public reply replies to; the person's newest post when absent. */
        inReplyTo: id.optional(),
        /** How long it can be cancelled, in milliseconds; the workspace's setting when absent. */
        undoMs: z.number().int().min(0).max(HOUR_MS).optional(),
        /** The newest message that the agent has seen: a newer one of the person stops the reply. */
        seenThrough: id.optional(),
      }),
      output: z.object({ outboxId: z.string() }),
    },
  ),
  'replies.options': method(
    'query',
    'Returns which channels X would take a reply on, and what it would cost.',
    {
      input: z.strictObject({ conversationId: id, text: text.default(''), inReplyTo: id.optional() }),
      output: z.object({
        public: ChannelOption.extend({
          openOnXUrl: z.string().nullable(),
          /** What the text seems to contain that hardly ever belongs in public. It is sent all the same. */
          privateData: z.array(PrivateData),
        }),
        dm: ChannelOption,
      }),
    },
  ),
} as const;
