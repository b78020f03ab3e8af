import { z } from 'zod';
import { Direction, MessageKind } from './message.ts';
import { PersonSummary } from './person.ts';

/** new: nobody has touched it. open: it wants work. pending: waits for the person. resolved: done. */
export const ConversationStatus = z.enum(['new', 'open', 'pending', 'resolved']);
export type ConversationStatus = z.infer<typeof ConversationStatus>;

/** What an agent may set; `new` is only ever given by capture. */
export const SettableStatus = z.enum(['open', 'pending', 'resolved']);
export type SettableStatus = z.infer<typeof SettableStatus>;

/** Why a conversation is where it is: the first thing the person did that wants an answer. */
export const Reason = z.enum(['mention', 'reply', 'quote', 'dm', 'keyword']);
export type Reason = z.infer<typeof Reason>;

/** One person's matter from first message to resolution, as a row of a list. */
export const Conversation = z.object({
  id: z.string(),
  person: PersonSummary,
  status: ConversationStatus,
  /** How many messages of the person no agent has seen. */
  unread: z.number().int(),
  /** When an answer is due; null while nobody waits for one. */
  dueAt: z.number().nullable(),
  /** Since when the person waits for an answer; null while nobody does. */
  waitingSince: z.number().nullable(),
  agent: z.string().nullable(),
  snoozedUntil: z.number().nullable(),
  reason: Reason,
  openedAt: z.number(),
  hasDraft: z.boolean(),
  lastMessage: z.object({
    id: z.string(),
    kind: MessageKind,
    direction: Direction,
    text: z.string(),
    at: z.number(),
  }),
});
export type Conversation = z.infer<typeof Conversation>;

/** queue: wants an answer, most urgent first. The others: newest activity first. */
export const View = z.enum(['queue', 'mine', 'open', 'pending', 'snoozed', 'resolved', 'all']);
export type View = z.infer<typeof View>;
