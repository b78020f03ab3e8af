import { z } from 'zod';
import { Channel } from '../../domain/reply.ts';
import { id, none, text } from './inputs.ts';
import { method } from './method.ts';

/** Unsent text, one draft for each conversation and channel. */
export const draftsMethods = {
  'drafts.save': method(
    'command',
    'Saves the draft of a conversation and channel; an empty text deletes it.',
    {
      input: z.strictObject({ conversationId: id, channel: Channel, text }),
      output: none,
    },
  ),
  'drafts.list': method('query', 'Lists the drafts of a conversation.', {
    input: z.strictObject({ conversationId: id }),
    output: z.object({
      items: z.array(z.object({ channel: Channel, text: z.string(), updatedAt: z.number() })),
    }),
  }),
} as const;
