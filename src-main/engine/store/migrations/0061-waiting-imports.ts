/** What an import brought waits for its threading apart from what is captured. */
export const waitingImports = {
  version: 61,
  sql: `-- The messages that an import has stored and not threaded yet.
CREATE TABLE waiting_imports (message_id INTEGER PRIMARY KEY) STRICT;`,
} as const;
