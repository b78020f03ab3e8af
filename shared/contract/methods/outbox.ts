import { z } from 'zod';
import { Channel, OutboxEntry } from '../../domain/reply.ts';
import { ReplyFile } from '../../domain/replyFile.ts';
import { byId, id, limit, none, seenThrough } from './inputs.ts';
import { method } from './method.ts';

/** What becomes the draft again, unless it is of a survey. */
const returned = z.object({
  text: z.string(),
  channel: Channel,
  attachments: z.array(ReplyFile).optional(),
  surveyId: z.string().optional(),
});

const takenBack = z.strictObject({
  id,
  /** Leaves the draft of its channel as it is. */
  discard: z.literal(true).optional(),
});

/** Replies on their way to X, and what agents decide about them. */
export const outboxMethods = {
  'outbox.list': method('query', 'Lists replies, the newest first.', {
    input: z.strictObject({ conversationId: id.optional(), limit: limit.default(1_000) }),
    output: z.object({ items: z.array(OutboxEntry) }),
  }),
  'outbox.listUnsent': method(
    'query',
    'Lists all replies that X is not known to have, however many, the oldest first.',
    { input: none, output: z.object({ items: z.array(OutboxEntry) }) },
  ),
  'outbox.cancel': method(
    'command',
    'Cancels a reply that cannot have reached X; its text becomes the draft of its channel again. One that a colleague has approved waits for an approval again, in the words of its author.',
    {
      input: takenBack,
      output: returned.extend({
        /** The reply was approved by a colleague and waits for that again; no draft has changed. */
        approvalId: z.string().optional(),
      }),
    },
  ),
  'outbox.sendNow': method('command', 'Ends the undo time of a held reply.', { input: byId, output: none }),
  'outbox.retry': method(
    'command',
    'Sends a refused or unknown reply again, unless Perch finds it on X first. A message captured after `seenThrough` stops it; without that, only what comes from now on.',
    {
      input: z.strictObject({ id, seenThrough }),
      output: none,
    },
  ),
  'outbox.confirm': method(
    'command',
    'Sends a stopped reply after all. A message captured after `seenThrough` stops it again; without that, only what comes from now on.',
    { input: z.strictObject({ id, seenThrough }), output: none },
  ),
  'outbox.settle': method('command', 'Settles an unknown reply by what an agent saw on X.', {
    input: z.strictObject({ id, outcome: z.enum(['sent', 'notSent']) }),
    output: none,
  }),
  'outbox.dismiss': method(
    'command',
    'Removes a refused reply; its text becomes the draft of its channel again.',
    {
      input: takenBack,
      output: returned,
    },
  ),
} as const;
