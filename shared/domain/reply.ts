import { z } from 'zod';
import { AppError } from '../errors.ts';

/** Public: a reply that everybody can read. Dm: a private message to the person. */
export const Channel = z.enum(['public', 'dm']);
export type Channel = z.infer<typeof Channel>;

/**
 * held: waits for the undo time. queued: goes out next. sending: an attempt is on the wire. sent: X has it.
 * refused: X said no, nothing was sent. unknown: nobody knows whether X has it; it is never sent again by itself.
 */
export const OutboxState = z.enum(['held', 'queued', 'sending', 'sent', 'refused', 'unknown']);
export type OutboxState = z.infer<typeof OutboxState>;

/** One answer on its way to X. */
export const OutboxEntry = z.object({
  id: z.string(),
  conversationId: z.string(),
  channel: Channel,
  text: z.string(),
  state: OutboxState,
  /** The X id of the post that a public answer replies to. */
  inReplyTo: z.string().nullable(),
  agent: z.string(),
  createdAt: z.number(),
  heldUntil: z.number().nullable(),
  xId: z.string().optional(),
  error: AppError.optional(),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;
