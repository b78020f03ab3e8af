import { z } from 'zod';
import { ConversationApproval } from './approval.ts';
import { Direction, MessageKind } from './message.ts';
import { MessageContent } from './messageContent.ts';
import { PersonSummary } from './person.ts';
import { DueReply } from './serviceLevel.ts';

/** new: no agent has touched it. open: it needs work. pending: waits for the person. resolved: done. */
export const ConversationStatus = z.enum(['new', 'open', 'pending', 'resolved']);
export type ConversationStatus = z.infer<typeof ConversationStatus>;

/** What an agent can set; `new` only comes from capture. */
export const SettableStatus = z.enum(['open', 'pending', 'resolved']);
export type SettableStatus = z.infer<typeof SettableStatus>;

/** How much a conversation matters to the team, the most first. `normal` is what every conversation begins with. */
export const Priority = z.enum(['urgent', 'high', 'normal', 'low']);
export type Priority = z.infer<typeof Priority>;

/** Why there is a conversation: the first thing the person did that calls for a reply. */
export const Reason = z.enum(['mention', 'reply', 'quote', 'dm', 'keyword']);
export type Reason = z.infer<typeof Reason>;

/**
 * How far the newest reply that X does not have yet has come.
 *
 * - `sending`: it goes out next, or its undo time is running.
 * - `waiting`: for the network, a login, a limit of X, or for X to show whether it arrived.
 * - `notSent`: X refused it.
 * - `check`: its conversation has changed, or Perch could not find out whether X has it.
 */
export const UnfinishedReply = z.enum(['sending', 'waiting', 'notSent', 'check']);
export type UnfinishedReply = z.infer<typeof UnfinishedReply>;

/** The maximum number of code points of a text in a row of a list: a private message can have 10,000. */
export const ROW_TEXT_LENGTH = 300;

/** A conversation with one person, from the first message to the resolution, as a row of a list. */
export const Conversation = z.object({
  id: z.string(),
  person: PersonSummary,
  /** Whether the person is a VIP. */
  isVip: z.boolean(),
  status: ConversationStatus,
  priority: Priority,
  /** The number of the person's messages that no agent has seen. */
  unread: z.number().int(),
  /** When a reply is due; null while the person does not wait for one. */
  dueAt: z.number().nullable(),
  /** When twice the target has passed, counted in office hours as `dueAt` is; null where that is. */
  lateAt: z.number().nullable(),
  /** Which target counts until `dueAt`: for the first reply, or the next; null while no message waits for one. */
  dueReply: DueReply.nullable(),
  /** The id of the service level that counts; null for the standard one, and while nobody waits. */
  serviceLevelId: z.string().nullable(),
  /** Since when the person waits for a reply, or a snooze without a reply of theirs is over; null if neither. */
  waitingSince: z.number().nullable(),
  /** The assignee. */
  agent: z.string().nullable(),
  snoozedUntil: z.number().nullable(),
  reason: Reason,
  /** X's code of the language that the person writes; null if X named none lately, as for private messages. */
  lang: z.string().nullable(),
  openedAt: z.number(),
  /** Whether there is an unsent reply or an unfinished note. */
  hasDraft: z.boolean(),
  /** The ids of its tags, in no order; a tag that was deleted since may still be among them. */
  tags: z.array(z.string()),
  /** Whether a note mentions the current agent, who has not seen that yet. */
  mentionsMe: z.boolean(),
  /** Whether a reply of it waits for an approval, by the current agent or a colleague; absent if none does. */
  approval: ConversationApproval.optional(),
  /** The newest reply that X does not have yet; null if X has all of them. */
  unfinishedReply: UnfinishedReply.nullable(),
  lastMessage: z.object({
    id: z.string(),
    kind: MessageKind,
    direction: Direction,
    text: z.string().describe('its beginning, at most 300 characters'),
    /** What to say in place of the text, if that has no words. */
    content: MessageContent.nullable(),
    /** X's code of the language of the text; null if X named none. */
    lang: z.string().nullable(),
    at: z.number(),
  }),
});
export type Conversation = z.infer<typeof Conversation>;

/** queue: waits for a reply, earliest due first. The others: most recently active first. drafts: has an unsent draft. toApprove: the agent is asked. */
export const View = z.enum([
  'queue',
  'mine',
  'toApprove',
  'drafts',
  'open',
  'pending',
  'snoozed',
  'resolved',
  'all',
]);
export type View = z.infer<typeof View>;

/** `conversations.get` names at most so many unread messages. */
export const mostUnreadNamed = 1_000;
