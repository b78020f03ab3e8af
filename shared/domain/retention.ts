import { z } from 'zod';

/** Conversations that are erased once nothing has happened in them for so long. */
export const RetentionRule = z.strictObject({
  afterDays: z.number().int().min(30).max(36_500),
  /** The id of a tag that they must have; null for all. */
  tagId: z.string().min(1).max(200).nullable(),
});
export type RetentionRule = z.infer<typeof RetentionRule>;

/** What a run of the rules has erased, or would erase. */
export const RetentionCounts = z.object({
  conversations: z.number().int(),
  messages: z.number().int(),
});
export type RetentionCounts = z.infer<typeof RetentionCounts>;

export const RetentionRun = RetentionCounts.extend({ at: z.number() });
export type RetentionRun = z.infer<typeof RetentionRun>;
