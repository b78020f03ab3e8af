import { z } from 'zod';
import { AttachedFile } from '../../domain/replyFile.ts';

/** The input of a method that takes none, and the output of one that returns nothing. */
export const none = z.strictObject({});
/** What a change returns. */
export const changed = z.object({
  /** The activity of the change, for `activities.undo`; absent if nothing changed. */
  activityId: z.string().optional(),
});
export const id = z.string().min(1).max(200);
export const byId = z.strictObject({ id });
/**
 * The message captured last of those that the agent has seen: `seenThrough` of `conversations.get`, or any message id. What was
 * captured later, even if it is older, is not seen.
 */
export const seenThrough = id.optional();
/** Text that somebody wrote. Whether X accepts it is checked when it is sent. */
export const text = z.string().max(100_000);
/** Files from `media.add`. How many X takes is checked when they are sent. */
export const attachments = z.array(AttachedFile).max(20);
/** The most rows of one response. */
export const limit = z.number().int().min(1).max(1_000);
/** What separates the fields of a table; spreadsheets in most of Europe expect `;`. */
export const delimiter = z.enum([',', ';', '\t', '|']).default(',');
