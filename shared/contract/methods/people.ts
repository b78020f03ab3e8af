import { z } from 'zod';
import { Conversation } from '../../domain/conversation.ts';
import { Person } from '../../domain/person.ts';
import { byId } from './inputs.ts';
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
    }),
  }),
} as const;
