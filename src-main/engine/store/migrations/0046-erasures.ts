/** Which erasures this store has seen. Who was erased is told by the ledger beside it alone. */
export const erasures = {
  version: 46,
  sql: `CREATE TABLE erasures (
  -- As in the ledger beside the store.
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  agent TEXT,
  -- As JSON: how much of which kind was erased.
  counts TEXT NOT NULL,
  -- Whether the backups from before it are to be deleted.
  deletes_backups INTEGER NOT NULL CHECK (deletes_backups IN (0, 1)),
  -- When its files were deleted, the store compacted and the erasure proved; null until then.
  finished_at INTEGER
) STRICT, WITHOUT ROWID;`,
} as const;
