/** Initials of agents behind their replies: those that were set, and what Perch put behind each reply. */
export const initials = {
  version: 31,
  sql: `
-- Null for those that the name gives.
ALTER TABLE agents ADD COLUMN initials TEXT;
-- What stands behind the text and was not written, such as ^AB; null for nothing.
ALTER TABLE outbox ADD COLUMN mark TEXT;
`,
} as const;
