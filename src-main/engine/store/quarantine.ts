import { createHash } from 'node:crypto';
import type { QuarantinedItem } from '#shared/domain/capture.ts';
import type { XUnreadable } from '../x/xClient.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** Keeps response items that failed validation, for a person to inspect. The same item is kept once per source. */
export function quarantineItems(
  db: Db,
  source: string,
  unreadable: readonly XUnreadable[],
  now: number,
): void {
  for (const { item, reason } of unreadable) {
    const id = createHash('sha256').update(`${source}\n${item}`).digest('hex');
    run(db, 'INSERT OR IGNORE INTO quarantine VALUES (?, ?, ?, ?, ?)', id, source, now, item, reason);
  }
}

/** The newest items in quarantine. */
export function listQuarantined(db: Db, limit: number): QuarantinedItem[] {
  // A very long item was cut off when it was stored, so that it is no JSON any more.
  const text = `SELECT id, source, at, reason, iif(json_valid(item), item ->> '$.text', NULL) AS text
    FROM quarantine ORDER BY at DESC, id LIMIT ?`;
  return all<Omit<QuarantinedItem, 'isUnassigned'>>(db, text, limit).map((row) => ({
    ...row,
    text: row.text === null ? null : String(row.text),
    isUnassigned: row.reason.startsWith('dm_conversation_id: '),
  }));
}

/** The number of items in quarantine. */
export function countQuarantined(db: Db): number {
  return get<{ n: number }>(db, 'SELECT count(*) AS n FROM quarantine')?.n ?? 0;
}
