import { z } from 'zod';
import type { MessageKind } from '#shared/domain/message.ts';
import { parseColumn } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all } from './sql.ts';

/** A message of the account as capture stored it. */
export interface OwnMessage {
  readonly xId: string;
  readonly text: string;
  readonly at: number;
  readonly inReplyTo: string | null;
  /** The X ids of the posts that it quotes or shares. */
  readonly quotes: readonly string[];
}

const Ids = z.array(z.string());

/** Parses the quotes of a row. */
export function withQuotes<R extends { readonly quotes: string }>(
  row: R,
): Omit<R, 'quotes'> & Pick<OwnMessage, 'quotes'> {
  return { ...row, quotes: row.quotes === '[]' ? [] : parseColumn(Ids, row.quotes, []) };
}

/** Lists the account's messages in a person's history that were captured at `capturedSince` or later, the oldest first. */
export function listOwnMessages(
  db: Db,
  kind: MessageKind,
  personId: string,
  capturedSince: number,
): OwnMessage[] {
  return all<Omit<OwnMessage, 'quotes'> & { quotes: string }>(
    db,
    `SELECT x_id AS xId, text, at, iif(kind = 'dm', NULL, in_reply_to) AS inReplyTo, quotes FROM messages
     WHERE person_id = ? AND kind = ? AND role = 'own' AND captured_at >= ? ORDER BY id`,
    personId,
    kind,
    capturedSince,
  ).map(withQuotes);
}

/** Whether capture had stored this message of the account before `time`: then nothing sent later can be it. */
export function wasStoredBefore(db: Db, kind: MessageKind, xId: string, time: number): boolean {
  const text = `SELECT 1 FROM messages WHERE kind = ? AND x_id = ? AND role = 'own' AND captured_at < ?`;
  return all(db, text, kind, xId, time).length > 0;
}
