import { z } from 'zod';
import { Channel, OutboxEntry } from '../../domain/reply.ts';
import { AppError } from '../../errors.ts';
import { byId, id, limit, none, text } from './inputs.ts';
import { method } from './method.ts';

/** Whether a channel can be used now, why not, and the price of what is written, in US dollars. */
const ChannelOption = z.object({ possible: z.boolean(), hindrance: AppError.optional(), usd: z.number() });

/** What goes out: answers and their way to X. */
export const repliesMethods = {
  'replies.send': method(
    'command',
    'Takes an answer into the outbox; when this answers, the answer is safe on disk.',
    {
      input: z.strictObject({
        conversationId: id,
        channel: Channel,
        text,
        /** Which message a public answer replies to; the newest post of the person when absent. */
        inReplyTo: id.optional(),
        /** How long it can be taken back, in milliseconds; the workspace's setting when absent. */
        undoMs: z.number().int().min(0).max(3_600_000).optional(),
        /** The newest message that the agent has seen: a newer one of the person stops the answer. */
        seenThrough: id.optional(),
      }),
      output: z.object({ outboxId: z.string() }),
    },
  ),
  'outbox.list': method('query', 'Lists answers, the newest first.', {
    input: z.strictObject({ conversationId: id.optional(), limit: limit.default(1_000) }),
    output: z.object({ items: z.array(OutboxEntry) }),
  }),
  'outbox.cancel': method(
    'command',
    'Takes a held answer back; its text becomes the draft of its channel again.',
    {
      input: byId,
      output: z.object({ text: z.string(), channel: Channel }),
    },
  ),
  'outbox.sendNow': method('command', 'Ends the undo time of a held answer.', { input: byId, output: none }),
  'outbox.retry': method(
    'command',
    'Sends a refused answer again, or an unknown one that an agent looked for in vain.',
    {
      input: byId,
      output: none,
    },
  ),
  'outbox.confirm': method('command', 'Sends an answer that waits for a second look after all.', {
    input: byId,
    output: none,
  }),
  'outbox.settle': method(
    'command',
    'Says what an agent found out about an unknown answer by looking on X.',
    {
      input: z.strictObject({ id, outcome: z.enum(['sent', 'notSent']) }),
      output: none,
    },
  ),
  'outbox.dismiss': method(
    'command',
    'Removes a refused answer; its text becomes the draft of its channel again.',
    {
      input: byId,
      output: z.object({ text: z.string(), channel: Channel }),
    },
  ),
  'replies.options': method('query', 'Says which channels can carry an answer and what it would cost.', {
    input: z.strictObject({ conversationId: id, text: text.default(''), inReplyTo: id.optional() }),
    output: z.object({
      public: ChannelOption.extend({ openOnXUrl: z.string().nullable() }),
      dm: ChannelOption,
    }),
  }),
} as const;
