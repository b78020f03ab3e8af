/** Where the reading of a gap goes on, what a first reading has yet to tell, and queries that follow the account's handle. */
export const readings = {
  version: 3,
  sql: `
-- Tells the page of X once more up to which the gap was read; direct messages can be taken up again in no other way.
ALTER TABLE gaps ADD COLUMN page_token TEXT;
-- Left by the first reading of a source: nothing before it was ever captured, so that its older end may fade away.
ALTER TABLE gaps ADD COLUMN is_beginning INTEGER NOT NULL DEFAULT 0 CHECK (is_beginning IN (0, 1));

-- It follows from the terms and from the handle of the account, which may change.
ALTER TABLE saved_searches DROP COLUMN query;
`,
} as const;
