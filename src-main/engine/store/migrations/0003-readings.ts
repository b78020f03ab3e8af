/** Where the reading of a gap goes on, and what a first reading has yet to tell. */
export const readings = {
  version: 3,
  sql: `
-- Tells the page of X once more up to which the gap was read; direct messages can be taken up again in no other way.
ALTER TABLE gaps ADD COLUMN page_token TEXT;
-- Left by the first reading of a source: nothing before it was ever captured, so that its older end may fade away.
ALTER TABLE gaps ADD COLUMN is_beginning INTEGER NOT NULL DEFAULT 0 CHECK (is_beginning IN (0, 1));
`,
} as const;
