import { toSnowflakeTime } from '../x/snowflake.ts';
import type { Db } from './open.ts';
import { run } from './sql.ts';

/** One version of a message's text. */
export interface Wording {
  readonly versionXId: string;
  readonly text: string;
  /** When the message was first written. */
  readonly at: number;
}

/** Keeps an earlier version of a message's text; `xId` is the id of its first version. Idempotent. */
export function insertEarlierText(db: Db, messageId: number, xId: string, wording: Wording): void {
  const { versionXId, text } = wording;
  const at = versionXId === xId ? wording.at : toSnowflakeTime(versionXId);
  run(db, 'INSERT OR IGNORE INTO earlier_texts VALUES (?, ?, ?, ?)', messageId, versionXId, text, at);
}

/** Deletes all earlier versions of a message's text. */
export function deleteEarlierTexts(db: Db, messageId: number): void {
  run(db, 'DELETE FROM earlier_texts WHERE message_id = ?', messageId);
}
