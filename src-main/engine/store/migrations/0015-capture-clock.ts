/**
 * The time of capture puts the messages of a person in the order in which agents could see them: each has its own, later than
 * every mark of what was seen or settled. The clock begins after all times and marks that earlier versions stored.
 */
export const captureClock = {
  version: 15,
  sql: `-- One row: the latest time of capture that a wanted message has.
CREATE TABLE capture_clock (last INTEGER NOT NULL) STRICT;
INSERT INTO capture_clock SELECT max(
  coalesce((SELECT max(captured_at) FROM messages), 0),
  coalesce((SELECT max(max(read_through, coalesce(settled_at, 0))) FROM conversations), 0),
  coalesce((SELECT max(created_at) FROM outbox), 0));
-- The time of capture up to which the agent had seen the history; null before version 15, where created_at counts.
ALTER TABLE outbox ADD COLUMN seen_until INTEGER;`,
} as const;
