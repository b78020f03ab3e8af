import type { Link, MessageKind } from '#shared/domain/message.ts';
import { nameOfAgent } from './agents.ts';
import { parseList } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { isReplyBehind } from './outboxJoin.ts';
import { all } from './sql.ts';

/** An earlier reply, to whom it went and how it ended. */
export interface ReplySource {
  /** Its row id. */
  readonly rowId: number;
  readonly kind: MessageKind;
  readonly xId: string;
  readonly at: number;
  readonly text: string;
  readonly links: readonly Link[];
  readonly conversationId: string;
  /** Who sent it with Perch; null if it was sent elsewhere. */
  readonly agent: string | null;
  /** The person to whom it went. */
  readonly handle: string;
  readonly name: string;
  /** The canned response that was sent as it stands; null if it was none. */
  readonly cannedId: string | null;
  readonly isResolved: boolean;
  /** Whether the person wrote again in the conversation, and did more than thank. */
  readonly isAskedAgain: boolean;
}

/** The replies with these row ids that are still there, by row id. */
export function getReplySources(db: Db, rowIds: readonly number[]): Map<number, ReplySource> {
  const text = `SELECT m.id AS rowId, m.kind, m.x_id AS xId, m.at, m.text, m.links, m.conversation_id AS conversationId,
      (SELECT ${nameOfAgent('o.agent')} FROM outbox o WHERE ${isReplyBehind('o', 'm')}) AS agent,
      (SELECT u.canned_id FROM outbox o JOIN canned_uses u ON u.outbox_id = o.id AND u.edited = 0
        WHERE ${isReplyBehind('o', 'm')} LIMIT 1) AS cannedId,
      p.handle, iif(p.name = p.x_id, '', p.name) AS name, c.status = 'resolved' AS isResolved,
      EXISTS (SELECT 1 FROM messages w WHERE w.conversation_id = m.conversation_id AND w.id > m.id AND w.role = 'wanted'
        AND NOT is_only_thanks(w.text)) AS isAskedAgain
    FROM json_each(?) wanted CROSS JOIN messages m ON m.id = wanted.value
    JOIN conversations c ON c.id = m.conversation_id JOIN people p ON p.x_id = m.person_id
    WHERE m.deleted_at IS NULL AND m.role = 'own'`;
  type Row = Omit<ReplySource, 'links' | 'isResolved' | 'isAskedAgain'> & {
    readonly links: string;
    readonly isResolved: number;
    readonly isAskedAgain: number;
  };
  const rows = all<Row>(db, text, JSON.stringify(rowIds)).map((row) => ({
    ...row,
    links: parseList<Link>(row.links),
    isResolved: row.isResolved === 1,
    isAskedAgain: row.isAskedAgain === 1,
  }));
  return new Map(rows.map((row) => [row.rowId, row]));
}
