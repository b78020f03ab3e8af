import { z } from 'zod';
import { Priority } from './conversation.ts';
import { HandoverState } from './handover.ts';
import { Channel } from './reply.ts';

/** Whose conversations a filter selects: the current agent's, nobody's, or those of an agent, by id or name. */
export const AssigneeFilter = z.union([
  z.enum(['me', 'nobody']),
  z.strictObject({ agent: z.string().min(1).max(200) }),
]);
export type AssigneeFilter = z.infer<typeof AssigneeFilter>;

/** The longest time that a filter can ask for, in minutes: a year. */
export const MAX_WAITING_MINUTES = 365 * 24 * 60;

/** Which conversations of a view are meant: those that meet all that is given. An empty filter selects the whole view. */
export const ConversationFilter = z.strictObject({
  /** Some of the person's messages are unread. */
  unread: z.literal(true).optional(),
  /** The channel of the last message. */
  channel: Channel.optional(),
  assignee: AssigneeFilter.optional(),
  priority: Priority.optional(),
  /** X's code of the language in which the person wrote last, such as `nl`. X names none for private messages. */
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z]{2,4})?$/i)
    .optional(),
  /** The person has waited for a reply at least that long. */
  waitingMinutes: z.number().int().min(1).max(MAX_WAITING_MINUTES).optional(),
  /** A reply waits for an agent's decision: X refused it, it was stopped, or nobody knows whether X has it. */
  failedReply: z.literal(true).optional(),
  /** A reply or note was begun and not sent. */
  draft: z.literal(true).optional(),
  /** The id of a tag of the conversation. */
  tag: z.string().min(1).max(200).optional(),
  /** The person is a VIP. */
  isVip: z.literal(true).optional(),
  /** How far its newest handover has come. */
  handover: HandoverState.optional(),
});
export type ConversationFilter = z.infer<typeof ConversationFilter>;

/** Whether two filters select the same conversations. */
export function isSameFilter(a: ConversationFilter, b: ConversationFilter): boolean {
  return toText(a) === toText(b);
}

function toText(filter: ConversationFilter): string {
  return JSON.stringify(ConversationFilter.keyof().options.map((name) => filter[name] ?? null));
}
