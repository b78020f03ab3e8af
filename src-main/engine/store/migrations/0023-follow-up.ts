/** That the last snooze of a conversation ended at its time, and what had been done by then, as JSON (followUps.ts). */
export const followUp = {
  version: 23,
  sql: 'ALTER TABLE conversations ADD COLUMN follow_up TEXT;',
} as const;
