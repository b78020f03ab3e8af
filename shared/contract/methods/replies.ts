import { z } from 'zod';
import { deprecated } from '../../deprecated.ts';
import { Channel, OutboxEntry } from '../../domain/reply.ts';
import { AppError } from '../../errors.ts';
import { byId, id, limit, none, text } from './inputs.ts';
import { method } from './method.ts';

/** Whether a channel can be used now, why not, and the price of the text in US dollars. */
const ChannelOption = z.object({
  possible: z.boolean(),
  error: AppError.optional(),
  /** @deprecated Use `error`. */
  hindrance: deprecated(AppError.optional(), '`error`'),
  usd: z.number(),
});

/** Replies on their way to X. */
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
        undoMs: z.number().int().min(0).max(3_600_000).optional(),
        /** The newest message that the agent has seen: a newer one of the person stops the reply. */
        seenThrough: id.optional(),
      }),
      output: z.object({ outboxId: z.string() }),
    },
  ),
  'outbox.list': method('query', 'Lists replies, the newest first.', {
    input: z.strictObject({ conversationId: id.optional(), limit: limit.default(1_000) }),
    output: z.object({ items: z.array(OutboxEntry) }),
  }),
  'outbox.cancel': method(
    'command',
    'Cancels a reply that cannot have reached X; its text becomes the draft of its channel again.',
    {
      input: byId,
      output: z.object({ text: z.string(), channel: Channel }),
    },
  ),
  'outbox.sendNow': method('command', 'Ends the undo time of a held reply.', { input: byId, output: none }),
  'outbox.retry': method(
    'command',
    'Sends a refused or unknown reply again, unless Perch finds it on X first.',
    {
      input: byId,
      output: none,
    },
  ),
  'outbox.confirm': method('command', 'Sends a stopped reply after all.', {
    input: byId,
    output: none,
  }),
  'outbox.settle': method('command', 'Settles an unknown reply by what an agent saw on X.', {
    input: z.strictObject({ id, outcome: z.enum(['sent', 'notSent']) }),
    output: none,
  }),
  'outbox.dismiss': method(
    'command',
    'Removes a refused reply; its text becomes the draft of its channel again.',
    {
      input: byId,
      output: z.object({ text: z.string(), channel: Channel }),
    },
  ),
  'replies.options': method(
    'query',
    'Returns which channels X would take a reply on, and what it would cost.',
    {
      input: z.strictObject({ conversationId: id, text: text.default(''), inReplyTo: id.optional() }),
      output: z.object({
        public: ChannelOption.extend({ openOnXUrl: z.string().nullable() }),
        dm: ChannelOption,
      }),
    },
  ),
} as const;
