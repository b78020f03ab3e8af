import { toSnowflakeTime } from '../x/snowflake.ts';
import type { Db } from './open.ts';
import { run } from './sql.ts';

/** One wording of a message. */
export interface Wording {
  readonly versionXId: string;
  readonly text: string;
  /** When the message was written; for the first wording also when it was. */
  readonly at: number;
}

/** Keeps a wording of a message that is not its newest; `xId` is the id of the first one. Again changes nothing. */
export function insertEarlierText(db: Db, messageId: number, xId: string, wording: Wording): void {
  const { versionXId, text } = wording;
  const at = versionXId === xId ? wording.at : toSnowflakeTime(versionXId);
  run(db, 'INSERT OR IGNORE INTO earlier_texts VALUES (?, ?, ?, ?)', messageId, versionXId, text, at);
}

/** Forgets all earlier wordings of a message. */
export function deleteEarlierTexts(db: Db, messageId: number): void {
  run(db, 'DELETE FROM earlier_texts WHERE message_id = ?', messageId);
}
