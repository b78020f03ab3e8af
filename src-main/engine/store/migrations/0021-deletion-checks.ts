/** Workspaces from before there was a choice go on checking every day; new ones begin with the thrifty default. */
export const deletionChecks = {
  version: 21,
  sql: `INSERT OR IGNORE INTO settings (name, value)
    SELECT 'deletionChecks', '"daily"' WHERE EXISTS (SELECT 1 FROM account);`,
} as const;
