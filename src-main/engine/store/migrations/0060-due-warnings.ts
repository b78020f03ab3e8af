/** Which target of a conversation has been warned about. */
export const dueWarnings = {
  version: 60,
  sql: `-- Since when the clock of that target ran; null for none.
ALTER TABLE conversations ADD COLUMN warned_since INTEGER;`,
} as const;
