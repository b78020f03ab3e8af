import { z } from 'zod';
import { Conversation } from '../../domain/conversation.ts';
import { Person } from '../../domain/person.ts';
import { byId, id, none } from './inputs.ts';
import { method } from './method.ts';

export const peopleMethods = {
  'people.get': method('query', 'Returns everything known about a person.', {
    input: byId,
    output: z.object({
      person: Person,
      conversationCount: z.number().int(),
      messageCount: z.number().int(),
      /** The person's conversations, the most recently active first, at most 20. */
      conversations: z.array(Conversation),
      /** What Perch has done about the person on X; what was done elsewhere it does not know. */
      restrictions: z.object({ isMuted: z.boolean(), areDmsBlocked: z.boolean() }).optional(),
    }),
  }),
  'people.export': method(
    'query',
    'Returns everything that is stored about a person as JSON, by table: to give it to them if they ask for it. Pictures are left out.',
    { input: byId, output: z.object({ content: z.string() }) },
  ),
  'people.mute': method(
    'command',
    'Mutes a person on X for the account, or ends that. Their messages are still captured.',
    { input: z.strictObject({ id, muted: z.boolean() }), output: none },
  ),
  'people.blockDms': method(
    'command',
    'Keeps a person from sending the account private messages, or ends that. X has no call that blocks a person altogether.',
    { input: z.strictObject({ id, blocked: z.boolean() }), output: none },
  ),
} as const;
