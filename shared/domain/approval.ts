import { z } from 'zod';
import { Channel } from './reply.ts';
import { ReplyFile } from './replyFile.ts';

/** The most characters of what is said when asking for an approval, or when returning a reply. */
export const MAX_APPROVAL_NOTE = 2_000;

/** What happened in a conversation since a reply was written: its person wrote again, or somebody else replied. */
export const SinceWritten = z.enum(['newMessage', 'answeredElsewhere']);
export type SinceWritten = z.infer<typeof SinceWritten>;

const Colleague = z.object({ id: z.string(), name: z.string() });

/** A reply that waits until a colleague of its author approves it. It is not in the outbox before. */
export const Approval = z.object({
  id: z.string(),
  conversationId: z.string(),
  channel: Channel,
  /** As it was written, with `{{` for braces that are meant. */
  text: z.string(),
  /** The pictures that go with it; absent if none do. */
  attachments: z.array(ReplyFile).optional(),
  /** Whether a text that is longer than a post goes out as several. */
  thread: z.boolean(),
  /** Who wrote it. */
  askedBy: Colleague,
  /** Who was asked; null for anyone. Any colleague of the author may decide. */
  approver: Colleague.nullable(),
  /** What the author says about it; null for nothing. */
  note: z.string().nullable(),
  askedAt: z.number(),
  /** Whether the current agent wrote it, and so cannot approve it. */
  isOwn: z.boolean(),
  /** Whether the current agent is asked, alone or as anyone. */
  isAsked: z.boolean(),
  /** Why to look again before approving it; null where nothing has happened. */
  since: SinceWritten.nullable(),
});
export type Approval = z.infer<typeof Approval>;

/** toApprove: the current agent is asked, alone or as anyone. waiting: another reply waits for an approval. */
export const ConversationApproval = z.enum(['toApprove', 'waiting']);
