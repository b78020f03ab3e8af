import { z } from 'zod';
import { Channel } from '../../domain/reply.ts';
import { ReplyFile } from '../../domain/replyFile.ts';
import { attachments, id, none, text } from './inputs.ts';
import { method } from './method.ts';

/** Unsent text, one draft for each conversation and channel. */
export const draftsMethods = {
  'drafts.save': method(
    'command',
    'Saves the draft of a conversation and channel; one without text and attachments is deleted.',
    {
      input: z.strictObject({
        conversationId: id,
        channel: Channel,
        text,
        /** Those that it has, when absent. */
        attachments: attachments.optional(),
        /** As in `replies.send`. Those that it has, when absent. */
        excludeMentions: z.array(id).max(50).optional(),
        /** As in `replies.send`: what was put into it just now, beside what was before. The reply counts as written from all of it, until the text is empty. */
        cannedIds: z.array(id).max(20).optional(),
        replyIds: z.array(id).max(20).optional(),
      }),
      output: none,
    },
  ),
  'drafts.list': method('query', 'Lists the drafts of a conversation.', {
    input: z.strictObject({ conversationId: id }),
    output: z.object({
      items: z.array(
        z.object({
          channel: Channel,
          text: z.string(),
          /** Absent if it has none. */
          attachments: z.array(ReplyFile).optional(),
          /** Absent if it has none. */
          excludeMentions: z.array(z.string()).optional(),
          updatedAt: z.number(),
          /** The name of the rule that has begun it, until somebody changes it; else absent. */
          rule: z.string().optional(),
        }),
      ),
    }),
  }),
} as const;
