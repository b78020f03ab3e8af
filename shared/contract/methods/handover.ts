import { z } from 'zod';
import { HandoverSettings } from '../../domain/handover.ts';
import { ReplyLanguage } from '../../domain/replyLanguage.ts';
import { id, none } from './inputs.ts';
import { method } from './method.ts';

/** Moving a conversation from public posts to private messages. */
export const handoverMethods = {
  'handover.compose': method(
    'query',
    'Returns the public words that the handover of a conversation calls for now, in the language of its person, with a link that opens a private message and without, and what X charges for each. The reminder while a handover waits, the closing line once the private message is there, else a new handover. Send it with `replies.send` and `handover: true`, except for the closing line.',
    {
      input: z.strictObject({ conversationId: id }),
      output: z.object({
        kind: z.enum(['handover', 'reminder', 'closing']),
        /** With the link, which ends it. The closing line has none: then it is `plainText`. */
        text: z.string(),
        /** Empty for the closing line. */
        link: z.string(),
        usd: z.number(),
        plainText: z.string(),
        plainUsd: z.number(),
        /** Whether the last choice of an agent was the link. */
        usesLink: z.boolean(),
        language: ReplyLanguage,
        /** The account does not accept private messages of this person (`people.blockDms`), so none can come. */
        blocked: z.literal(true).optional(),
      }),
    },
  ),
  'handover.settings': method('query', 'Returns how the workspace moves conversations to private messages.', {
    input: none,
    output: HandoverSettings,
  }),
  'handover.setSettings': method('command', 'Changes some of these settings and returns all of them.', {
    input: HandoverSettings.partial().strict(),
    output: HandoverSettings,
  }),
} as const;
