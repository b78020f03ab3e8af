import type Database from 'better-sqlite3';

/**
 * Makes all references of salvaged rows valid again. A lost person is replaced by one without handle, who is looked up
 * with their next message; a lost conversation by an open one with the messages that belong to it. Other rows that refer to
 * lost ones are deleted.
 */
export function mendOrphans(db: Database.Database): void {
  db.exec(`
    INSERT OR IGNORE INTO people (x_id, handle, name, first_seen_at, updated_at)
      SELECT author_id, '', author_id, min(at), 0 FROM messages
      WHERE author_id NOT IN (SELECT x_id FROM people) GROUP BY author_id;
    INSERT OR IGNORE INTO people (x_id, handle, name, first_seen_at, updated_at)
      SELECT person_id, '', person_id, min(at), 0 FROM messages
      WHERE person_id NOT IN (SELECT x_id FROM people) GROUP BY person_id;
    INSERT OR IGNORE INTO conversations (id, person_id, reason, opened_at, status, view, in_queue, waiting_since, due_at, unread,
        last_kind, last_direction, last_text, last_at, last_message_id, has_extras)
      SELECT m.conversation_id, m.person_id, coalesce(m.reason, 'mention'), min(m.at), 'open', 'open', 1, min(m.at), min(m.at), 0,
        m.kind, 'in', m.text, min(m.at), m.kind || '-' || m.x_id, 1
      FROM messages m WHERE m.conversation_id IS NOT NULL AND m.conversation_id NOT IN (SELECT id FROM conversations)
      GROUP BY m.conversation_id;
  `);
  deleteOrphans(db);
}

/** Deleting a row can orphan others, so it is repeated until there are none. */
function deleteOrphans(db: Database.Database): void {
  for (;;) {
    const orphans = db.pragma('foreign_key_check') as { table: string; rowid: number | null; fkid: number }[];
    const first = new Map(orphans.map((orphan) => [`${orphan.table}/${orphan.fkid}`, orphan]));
    if (first.size === 0) return;
    for (const { table, fkid } of first.values()) {
      const key = (db.pragma(`foreign_key_list("${table}")`) as ForeignKey[]).find(({ id }) => id === fkid);
      if (!key) return;
      const [parentKey] = db
        .prepare('SELECT name FROM pragma_table_info(?) WHERE pk = 1')
        .pluck()
        .all(key.table);
      db.exec(`DELETE FROM "${table}" WHERE "${key.from}" IS NOT NULL
        AND "${key.from}" NOT IN (SELECT "${key.to ?? parentKey}" FROM "${key.table}")`);
    }
  }
}

interface ForeignKey {
  readonly id: number;
  readonly table: string;
  readonly from: string;
  /** Null where it refers to the primary key. */
  readonly to: string | null;
}
