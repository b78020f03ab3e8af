/** The people who are VIPs. */
export const vips = {
  version: 48,
  sql: `CREATE TABLE vips (
  person_id TEXT PRIMARY KEY,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;`,
} as const;
