import { z } from 'zod';
import type { Db } from './open.ts';
import { run } from './sql.ts';

/** A snooze that ended at its time, and what had been done by then: whatever is done later answers it. No clock decides that. */
export const FollowUp = z.object({
  at: z.number(),
  setStatusAt: z.number().nullable(),
  repliedAt: z.number().nullable(),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** Records that the snooze of a conversation has ended without a reply of the person. */
export function setFollowUp(db: Db, id: string, followUp: FollowUp): void {
  run(db, 'UPDATE conversations SET follow_up = ? WHERE id = ?', JSON.stringify(followUp), id);
}
