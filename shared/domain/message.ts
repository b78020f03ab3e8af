import { z } from 'zod';
import { deprecated } from '../deprecated.ts';
import { AppError } from '../errors.ts';
import { Attachment } from './attachment.ts';
import { PersonSummary } from './person.ts';
import { type Channel, OutboxState, ReplyStatus, toDeprecatedStatus } from './reply.ts';
import { ReplyFile } from './replyFile.ts';

export const MessageKind = z.enum(['post', 'dm']);
export type MessageKind = z.infer<typeof MessageKind>;

/** The kind of message that a reply on this channel becomes. */
export const toMessageKind = (channel: Channel): MessageKind => (channel === 'dm' ? 'dm' : 'post');
/** The id of a message that X has: its kind and its X id, such as `post-2124713518220443648`. */
export function toMessageId(kind: MessageKind, xId: string): string {
  return `${kind}-${xId}`;
}

export const Direction = z.enum(['in', 'out']);
export type Direction = z.infer<typeof Direction>;

/**
 * A link in a text: `shown` is the part of the text from `start` to `end` (exclusive, in UTF-16 units), `url` the address to which
 * it leads.
 */
export const Link = z.object({
  start: z.number().int(),
  end: z.number().int(),
  shown: z.string(),
  url: z.string(),
  /** X has looked for the page and was told that there is none (404, 410). */
  isDead: z.literal(true).optional(),
});
export type Link = z.infer<typeof Link>;

/** `audio` is a voice message; `other` something that X did not describe or that Perch does not know. */
export const MediaType = z.enum(['photo', 'video', 'gif', 'audio', 'other']);
export type MediaType = z.infer<typeof MediaType>;

/** A picture, video or recording of a message. */
export const Media = z.object({
  key: z.string(),
  type: MediaType,
  /** The address of the picture, or of the preview of a video; null if X gave none. */
  url: z.string().nullable(),
  /** The address of the video or recording itself; absent if X gave none. */
  playUrl: z.string().optional(),
  durationMs: z.number().optional(),
  alt: z.string().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
});
export type Media = z.infer<typeof Media>;

/** A post that a message quotes or shares; `post` is null if X did not show it, because it is deleted, protected or withheld. */
export const QuotedPost = z.object({
  xId: z.string(),
  post: z
    .object({
      author: PersonSummary,
      text: z.string(),
      lang: z.string().nullable(),
      links: z.array(Link),
      media: z.array(Media),
      attachments: z.array(Attachment),
      /** The X ids of the posts that it quotes in turn; those are not part of this one. */
      quotes: z.array(z.string()),
      at: z.number(),
      deletedAt: z.number().nullable(),
    })
    .nullable(),
});
export type QuotedPost = z.infer<typeof QuotedPost>;

/** `received` for messages of others; for own messages the status as scripts knew it before `Message.status`. */
export const MessageState = z.enum(['received', ...OutboxState.options]);
export type MessageState = z.infer<typeof MessageState>;

/** One post or direct message in a person's history. */
export const Message = z.object({
  /** `post-…` or `dm-…` with the X id; an own message that X has not confirmed carries its outbox id. */
  id: z.string(),
  /** X's id; null until X has confirmed an own message, and for messages from a table of another tool that does not name it. */
  xId: z.string().nullable(),
  kind: MessageKind,
  direction: Direction,
  author: PersonSummary,
  text: z.string(),
  at: z.number(),
  /** The status of an own message on its way to X; null for messages of others. */
  status: ReplyStatus.nullable(),
  /** @deprecated Use `status`. */
  state: deprecated(MessageState, '`status`'),
  conversationId: z.string().nullable(),
  /** The X id of the post to which this one replies. */
  inReplyTo: z.string().nullable(),
  /** True for messages that only help to understand others: a parent post, a third party. */
  context: z.boolean(),
  lang: z.string().nullable(),
  /** When X reported that it is gone; its text is empty then. */
  deletedAt: z.number().nullable(),
  /** Its earlier texts, oldest first; empty if it was never edited. */
  earlier: z.array(z.object({ text: z.string(), at: z.number() })),
  /** Set if Perch has hidden this reply on X, below the post of the account to which it replies. */
  isHidden: z.boolean().optional(),
  /** True for encrypted messages: Perch knows that they exist but cannot read them. */
  unreadable: z.boolean(),
  links: z.array(Link),
  media: z.array(Media),
  /** The pictures of an own message until they are captured from X, which brings them as `media`; absent if there are none. */
  files: z.array(ReplyFile).optional(),
  /** Polls, and what Perch cannot show. */
  attachments: z.array(Attachment),
  /** The posts that it quotes or shares. */
  quotes: z.array(QuotedPost),
  /** Set for a private message of a group: X's id of the group, its last known name, and who else wrote in it. Such a message is in no conversation. */
  group: z.object({ id: z.string(), name: z.string().optional(), people: z.array(PersonSummary) }).optional(),
  /** Set for messages sent from Perch; stays the same when X confirms. */
  outboxId: z.string().optional(),
  /** @deprecated Use `status.until`. */
  heldUntil: deprecated(z.number().optional(), '`status.until`'),
  /** The agent who wrote it, if Perch sent it or a table of another tool names them. */
  agent: z.string().optional(),
  /** Why a queued reply waits, or why it was refused. */
  error: AppError.optional(),
});
export type Message = z.infer<typeof Message>;

/** What a reply that X has not confirmed yet knows about itself. */
export interface UnsentReply
  extends Pick<Message, 'id' | 'author' | 'text' | 'conversationId' | 'inReplyTo'> {
  readonly xId: string | null;
  readonly attachments?: readonly ReplyFile[];
  readonly channel: Channel;
  readonly createdAt: number;
  readonly status: ReplyStatus;
  readonly error: AppError | null;
  /** Undefined until the engine has taken it. */
  readonly outboxId: string | undefined;
  readonly agent: string | undefined;
}

/** The reply as a message of its conversation. */
export function toUnsentMessage(reply: UnsentReply): Message {
  const { id, xId, channel, author, text, createdAt, status, conversationId, inReplyTo } = reply;
  const { attachments = [] } = reply;
  const { state, heldUntil, error } = toDeprecatedStatus(status, reply.error);
  return {
    id,
    xId,
    kind: toMessageKind(channel),
    direction: 'out',
    author,
    text,
    at: createdAt,
    status,
    state,
    conversationId,
    inReplyTo,
    context: false,
    lang: null,
    deletedAt: null,
    earlier: [],
    unreadable: false,
    links: [],
    media: [],
    ...(attachments.length === 0 ? {} : { files: [...attachments] }),
    attachments: [],
    quotes: [],
    ...(reply.outboxId === undefined ? {} : { outboxId: reply.outboxId }),
    ...(reply.agent === undefined ? {} : { agent: reply.agent }),
    ...(heldUntil === null ? {} : { heldUntil }),
    ...(error === null ? {} : { error }),
  };
}
