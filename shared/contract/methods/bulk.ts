import { z } from 'zod';
import { BULK_LIMIT, BulkChange } from '../../domain/bulkChange.ts';
import { NotUndoneReason } from '../../errors.ts';
import { byId, id, seenThrough } from './inputs.ts';
import { method } from './method.ts';

const target = z.strictObject({ id, seenThrough });

/** One change to many conversations, and its undo. */
export const bulkMethods = {
  'bulk.change': method(
    'command',
    'Makes one change to at most 1,000 conversations, in one transaction and with an activity each. Conversations that the change would fail for are left as they are and returned in `left`: `unseenMessages` as in `conversations.setStatus`, `notFound` if the conversation or its `seenThrough` is none. Fails as a whole if `until` is not in the future, or with `notFound` for an unknown tag.',
    {
      input: z.strictObject({
        conversations: z.array(target).min(1).max(BULK_LIMIT),
        change: BulkChange,
      }),
      output: z.object({
        /** The id of the bulk change, for `bulk.undo`; absent if nothing changed. */
        id: z.string().optional(),
        /** The conversations that are different now; the rest was already as wanted. */
        changed: z.array(z.string()),
        left: z.array(z.object({ id: z.string(), code: z.enum(['unseenMessages', 'notFound']) })),
      }),
    },
  ),
  'bulk.undo': method(
    'command',
    'Undoes a bulk change, or the run of a macro with its reply while that is held, in one transaction, each conversation as `activities.undo` does. Conversations for which that fails are left as they are and returned in `left`, with the reason.',
    {
      input: byId,
      output: z.object({
        undone: z.array(z.string()),
        left: z.array(z.object({ id: z.string(), code: z.enum([...NotUndoneReason.options, 'notFound']) })),
      }),
    },
  ),
  'bulk.listOlder': method(
    'query',
    'Lists the open conversations in which nothing was written or sent since `before`, the longest unchanged first, at most 1,000, as `bulk.change` takes them. `total` counts all of them.',
    {
      input: z.strictObject({ before: z.number().int() }),
      output: z.object({
        conversations: z.array(z.object({ id: z.string(), seenThrough: z.string() })),
        total: z.number().int(),
      }),
    },
  ),
} as const;
