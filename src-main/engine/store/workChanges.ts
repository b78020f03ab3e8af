import type { Db } from './open.ts';
import { all, get, type Value } from './sql.ts';
import { getStoreError, guardRead } from './storeHealth.ts';

/*
 * Which conversations changed since their work was counted, in a table that is only in memory and that triggers of this connection
 * fill, within the transaction of the change. Nothing of it is in the store. One that takes no writes any more has no changes either.
 */

const queue = (ids: string) => `INSERT OR IGNORE INTO work_changed ${ids};`;
const one = (id: string) => queue(`SELECT ${id} WHERE ${id} IS NOT NULL`);
const ofReply = (row: string) => queue(`SELECT conversation_id FROM outbox WHERE id = ${row}.outbox_id`);
const ofMessage = (row: string) =>
  queue(`SELECT conversation_id FROM messages WHERE id = ${row}.message_id AND conversation_id IS NOT NULL`);

/** By table: which columns a history is made of, and what a row that comes, goes or changes queues. */
const watched: Readonly<
  Record<string, { readonly columns: string; readonly queue: (row: string) => string }>
> = {
  messages: {
    columns: 'conversation_id, kind, x_id, role, at, captured_at, deleted_at',
    queue: (row) => one(`${row}.conversation_id`),
  },
  activities: {
    columns: 'conversation_id, at, agent, kind, facts',
    queue: (row) => one(`${row}.conversation_id`),
  },
  target_results: {
    columns: 'conversation_id, reply, outcome, decided_at, recorded_at, replied_at, agent, elapsed_ms',
    queue: (row) => one(`${row}.conversation_id`),
  },
  outbox: {
    columns: 'conversation_id, channel, x_id, agent',
    queue: (row) => one(`${row}.conversation_id`),
  },
  canned_uses: { columns: 'outbox_id', queue: ofReply },
  reply_uses: { columns: 'reply_id', queue: (row) => one(`${row}.conversation_id`) },
  survey_messages: { columns: 'outbox_id', queue: ofReply },
  survey_responses: { columns: 'message_id', queue: ofMessage },
  conversation_tags: {
    columns: 'conversation_id, tag_id',
    queue: (row) => one(`${row}.conversation_id`),
  },
  conversations: { columns: 'reason, lang', queue: (row) => one(`${row}.id`) },
};

/** Begins to note changes with an empty table, once for a connection. */
export function watchWorkChanges(db: Db): void {
  if (getStoreError(db)) return;
  const triggers = Object.entries(watched).map(
    ([table, { columns, queue }]) => `
    CREATE TEMP TRIGGER IF NOT EXISTS work_${table}_inserted AFTER INSERT ON main.${table} BEGIN ${queue('NEW')} END;
    CREATE TEMP TRIGGER IF NOT EXISTS work_${table}_deleted AFTER DELETE ON main.${table} BEGIN ${queue('OLD')} END;
    CREATE TEMP TRIGGER IF NOT EXISTS work_${table}_updated AFTER UPDATE OF ${columns} ON main.${table}
      BEGIN ${queue('OLD')} ${queue('NEW')} END;`,
  );
  const table = 'CREATE TABLE IF NOT EXISTS temp.work_changed (id TEXT PRIMARY KEY) WITHOUT ROWID;';
  guardRead(db, () => db.exec(`${table} DELETE FROM temp.work_changed; ${triggers.join('')}`));
}

/** Takes up to `limit` ids of conversations that changed off the table. Call it outside transactions. */
export function takeWorkChanges(db: Db, limit: number): string[] {
  if (getStoreError(db)) return [];
  const text = `DELETE FROM temp.work_changed WHERE id IN (SELECT id FROM temp.work_changed LIMIT ?) RETURNING id`;
  return all<{ id: string }>(db, text, limit).map(({ id }) => id);
}

/** A number that changes when another connection has changed the store. */
export const getDataVersion = (db: Db): Value =>
  get<{ data_version: number }>(db, 'PRAGMA data_version')?.data_version ?? 0;
