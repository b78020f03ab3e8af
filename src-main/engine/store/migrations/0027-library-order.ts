/** The canned responses that are used most, for a picker in which nothing is typed yet. */
export const libraryOrder = {
  version: 27,
  sql: `CREATE INDEX canned_responses_uses ON canned_responses (uses DESC, title, id) WHERE deleted_at IS NULL;`,
} as const;
