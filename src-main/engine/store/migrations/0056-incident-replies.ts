/** Which replies answered an incident, so that all that still wait can be stopped at once. */
export const incidentReplies = {
  version: 56,
  sql: `CREATE TABLE incident_replies (
  outbox_id TEXT PRIMARY KEY,
  incident_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_replies_incident ON incident_replies (incident_id);`,
} as const;
