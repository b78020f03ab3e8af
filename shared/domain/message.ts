import { z } from 'zod';
import { AppError } from '../errors.ts';
import { PersonSummary } from './person.ts';
import { OutboxState } from './reply.ts';

export const MessageKind = z.enum(['post', 'dm']);
export type MessageKind = z.infer<typeof MessageKind>;

/** The id of a message that X has: its kind and its X id, such as `post-2124713518220443648`. */
export function toMessageId(kind: MessageKind, xId: string): string {
  return `${kind}-${xId}`;
}

export const Direction = z.enum(['in', 'out']);
export type Direction = z.infer<typeof Direction>;

/** A link inside a text: `shown` stands in the text and leads to `url`, the real address. */
export const Link = z.object({ shown: z.string(), url: z.string() });
export type Link = z.infer<typeof Link>;

/** A picture or film of a message; `url` is null where X gave no address of a still picture. */
export const Media = z.object({
  key: z.string(),
  type: z.enum(['photo', 'video', 'gif']),
  url: z.string().nullable(),
  alt: z.string().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
});
export type Media = z.infer<typeof Media>;

/** `received` for what others wrote; for own messages the state of their sending. */
export const MessageState = z.enum(['received', ...OutboxState.options]);
export type MessageState = z.infer<typeof MessageState>;

/** One post or direct message in a person's history. */
export const Message = z.object({
  /** `post-…` or `dm-…` with the X id; an own message that X has not confirmed carries its outbox id. */
  id: z.string(),
  /** X's id; null until X has confirmed an own message. */
  xId: z.string().nullable(),
  kind: MessageKind,
  direction: Direction,
  author: PersonSummary,
  text: z.string(),
  at: z.number(),
  state: MessageState,
  conversationId: z.string().nullable(),
  /** The X id of the post that this one answers. */
  inReplyTo: z.string().nullable(),
  /** True for what is shown only for understanding: a parent post, a third party. */
  context: z.boolean(),
  lang: z.string().nullable(),
  /** When X said that it is gone; its text is empty then. */
  deletedAt: z.number().nullable(),
  /** Its earlier wordings, the oldest first; empty where it was never edited. */
  earlier: z.array(z.object({ text: z.string(), at: z.number() })),
  /** True for what X keeps encrypted: Perch knows that something is there but cannot read it. */
  unreadable: z.boolean(),
  links: z.array(Link),
  media: z.array(Media),
  /** Set for messages sent from Perch; stays the same when X confirms. */
  outboxId: z.string().optional(),
  /** Until when an own message may still be taken back; only while held. */
  heldUntil: z.number().optional(),
  /** Which agent wrote it, where Perch sent it. */
  agent: z.string().optional(),
  error: AppError.optional(),
});
export type Message = z.infer<typeof Message>;

/** What is the same of every answer that X has not confirmed yet. */
export const unsentFacts = {
  direction: 'out',
  context: false,
  lang: null,
  deletedAt: null,
  earlier: [],
  unreadable: false,
  links: [],
  media: [],
} satisfies Partial<Message>;
