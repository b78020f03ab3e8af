/** The page token at which backfilling a gap continues, the gap of a first read, and queries that follow from the handle. */
export const readings = {
  version: 3,
  sql: `
-- The token of the page at which backfilling stopped; direct messages can be continued in no other way.
ALTER TABLE gaps ADD COLUMN page_token TEXT;
-- Set for the gap of a first read: nothing before it was captured, so its older end may fall out of the lookback.
ALTER TABLE gaps ADD COLUMN is_beginning INTEGER NOT NULL DEFAULT 0 CHECK (is_beginning IN (0, 1));

-- The query follows from the terms and the account's handle, which may change.
ALTER TABLE saved_searches DROP COLUMN query;
`,
} as const;
