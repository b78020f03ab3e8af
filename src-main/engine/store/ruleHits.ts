import { toMessageId } from '#shared/domain/message.ts';
import type { PersonSummary } from '#shared/domain/person.ts';
import { isByBlocked } from './blockedAuthors.ts';
import { isImported } from './importedMessages.ts';
import { namedLanguage } from './languages.ts';
import type { Db } from './open.ts';
import { rowIdFloor } from './rowIds.ts';
import type { SpokenMessage } from './ruleFacts.ts';
import { all, get } from './sql.ts';
import { isVipOf } from './vips.ts';

/** A post that saved searches found, and its author, as rules look at them. */
export interface RuleHit extends SpokenMessage {
  readonly rowId: number;
  readonly messageId: string;
  readonly at: number;
  /** The conversation that it is in; null if none. */
  readonly conversationId: string | null;
  readonly author: PersonSummary;
  /** Null if X has not said. */
  readonly followers: number | null;
  readonly isVip: boolean;
}

type Row = Omit<RuleHit, 'messageId' | 'author' | 'isVip'> &
  Readonly<Record<'personId' | 'handle' | 'name', string>> & { readonly isVip: number };

/** SQL: what a post `m` and its author `p` say. */
const columns = `m.id AS rowId, m.kind, m.x_id AS xId, m.text, ${namedLanguage('m.lang')} AS lang, m.at,
  m.conversation_id AS conversationId, p.x_id AS personId, p.handle, p.name, p.followers,
  ${isVipOf('p.x_id')} AS isVip`;

/** SQL: X still has a post `m`, nobody has hidden it, and its author is not blocked. */
const isShown = `m.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM hidden_hits h WHERE h.message_id = m.id) AND NOT ${isByBlocked('m.id')}`;

const toHit = ({ personId, handle, name, isVip, ...row }: Row): RuleHit => ({
  ...row,
  messageId: toMessageId(row.kind, row.xId),
  author: { id: personId, handle, name },
  isVip: isVip === 1,
});

/** The post in this row; null if X has it no more, somebody has hidden it, or its author is blocked. */
export function getRuleHit(db: Db, rowId: number): RuleHit | null {
  const text = `SELECT ${columns} FROM messages m JOIN people p ON p.x_id = m.person_id WHERE m.id = ? AND ${isShown}`;
  const row = get<Row>(db, text, rowId);
  return row && toHit(row);
}

/** Which hits to list: of one search, or with null of all; in rows before `before`, from a time on. */
interface PastHits {
  readonly searchId: string | null;
  readonly from: number;
  readonly before: number | null;
  readonly limit: number;
}

/** The posts that searches found, the newest first, as they are now. */
export function listPastHits(db: Db, { searchId, from, before, limit }: PastHits): RuleHit[] {
  // Of several searches that found it, one counts.
  const isOne =
    searchId === null
      ? 'NOT EXISTS (SELECT 1 FROM hits o WHERE o.message_id = f.message_id AND o.search_id < f.search_id)'
      : 'f.search_id = :searchId';
  const text = `SELECT ${columns} FROM hits f CROSS JOIN messages m ON m.id = f.message_id JOIN people p ON p.x_id = m.person_id
    WHERE f.message_id >= :from AND f.message_id < :before AND ${isOne} AND ${isShown} AND NOT ${isImported('m.id')}
    ORDER BY f.message_id DESC LIMIT :limit`;
  const range = { from: rowIdFloor(from), before: before ?? Number.MAX_SAFE_INTEGER, limit };
  return all<Row>(db, text, searchId === null ? range : { ...range, searchId }).map(toHit);
}
