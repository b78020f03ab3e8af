/** A handle belongs to one person at a time, whatever its case: of several holders, the one whom X showed last keeps it. */
export const handles = {
  version: 12,
  sql: `
-- Since when somebody else holds the handle that a person had; null once the person has been looked up again.
ALTER TABLE people ADD COLUMN handle_lost_at INTEGER;
UPDATE people SET handle = '', handle_lost_at = updated_at WHERE x_id IN (
  SELECT x_id FROM (SELECT x_id, row_number() OVER (
    PARTITION BY lower(handle) ORDER BY updated_at DESC, length(x_id) DESC, x_id DESC) AS place
    FROM people WHERE handle <> '') WHERE place > 1);
CREATE UNIQUE INDEX people_handle ON people (handle COLLATE NOCASE) WHERE handle <> '';
CREATE INDEX people_to_look_up ON people (handle_lost_at) WHERE handle_lost_at IS NOT NULL;
`,
} as const;
