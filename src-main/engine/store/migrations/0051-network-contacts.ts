/** Every host that was contacted and for what, so that people can see what leaves their machine. */
export const networkContacts = {
  version: 51,
  sql: `CREATE TABLE network_contacts (
    host TEXT NOT NULL,
    purpose TEXT NOT NULL,
    requests INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    received_bytes INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (host, purpose)
  ) STRICT, WITHOUT ROWID;`,
} as const;
