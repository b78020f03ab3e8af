import type { Link, MessageKind } from '#shared/domain/message.ts';
import { type Fingerprint, requireAnswer } from './answers.ts';
import { parseList } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { isReplyBehind } from './outboxJoin.ts';
import { isIndexDamage } from './searchIndex.ts';
import { all, run } from './sql.ts';
import { isOfSurvey, isResponse } from './surveyJoin.ts';
import { changeIndex } from './termLists.ts';

/** What people wrote in a conversation, and a reply to it, as it is stored to be found again. */
export interface Exchange {
  /** The row id of the reply. */
  readonly id: number;
  readonly kind: MessageKind;
  readonly lang: string | null;
  /** The document to which the reply links; null if there is none. */
  readonly address: string | null;
  readonly words: string;
  readonly terms: string;
  readonly fingerprint: Fingerprint;
}

/** A message of a conversation, as exchanges are derived from it. */
export interface Utterance {
  readonly id: number;
  readonly kind: MessageKind;
  readonly isOwn: boolean;
  readonly text: string;
  readonly lang: string | null;
  readonly links: readonly Link[];
}

/** Of longer conversations the newest messages are read. */
const MAX_MESSAGES = 200;

// What a survey asks, and what is a response to it, shows nobody how to reply.
const IS_OF_A_SURVEY = `${isResponse('messages.id')}
  OR EXISTS (SELECT 1 FROM outbox o WHERE ${isReplyBehind('o', 'messages')} AND ${isOfSurvey('o.id')})`;

/** The messages of a conversation before the row id `before`, the oldest first; without erased and empty ones, and those of surveys. */
export function listUtterances(
  db: Db,
  conversationId: string,
  before = Number.MAX_SAFE_INTEGER,
): Utterance[] {
  const text = `SELECT id, kind, role = 'own' AS isOwn, text, lang, links FROM messages
    WHERE conversation_id = ? AND id < ? AND role IN ('own', 'wanted') AND deleted_at IS NULL AND text <> ''
      AND NOT (${IS_OF_A_SURVEY})
    ORDER BY id DESC LIMIT ?`;
  type Row = Omit<Utterance, 'links' | 'isOwn'> & { readonly isOwn: number; readonly links: string };
  return all<Row>(db, text, conversationId, before, MAX_MESSAGES)
    .map((row) => ({ ...row, isOwn: row.isOwn === 1, links: parseList<Link>(row.links) }))
    .reverse();
}

/** Stores the exchanges of a conversation in place of those that were known. Call it in a transaction. */
export function replaceExchanges(db: Db, conversationId: string, exchanges: readonly Exchange[]): void {
  forgetExchanges(db, conversationId);
  const text = `INSERT OR REPLACE INTO exchanges (id, conversation_id, kind, lang, answer_id, address, words, terms)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
  for (const { id, kind, lang, address, words, terms, fingerprint } of exchanges) {
    const answerId = requireAnswer(db, fingerprint);
    run(db, text, id, conversationId, kind, lang, answerId, address, words, terms);
    changeIndex(
      db,
      'exchanges_fts',
      'INSERT INTO exchanges_fts (rowid, terms) VALUES (?, ?)',
      BigInt(id),
      terms,
    );
  }
}

/** Forgets the exchanges of a conversation at once; those that remain are derived again later. Call it in a transaction. */
export function forgetExchanges(db: Db, conversationId: string): void {
  const unindex = `INSERT INTO exchanges_fts (exchanges_fts, rowid, terms)
    SELECT 'delete', id, terms FROM exchanges WHERE conversation_id = ?`;
  const isDamaged = isDamagedBy(() => changeIndex(db, 'exchanges_fts', unindex, conversationId));
  run(db, 'DELETE FROM exchanges WHERE conversation_id = ?', conversationId);
  if (isDamaged) rebuildTerms(db);
}

// A damaged index must not cost a message.
function isDamagedBy(work: () => void): boolean {
  try {
    work();
    return false;
  } catch (cause) {
    if (!isIndexDamage(cause)) throw cause;
    return true;
  }
}

// Takes about a second per 100,000 exchanges.
function rebuildTerms(db: Db): void {
  changeIndex(db, 'exchanges_fts', `INSERT INTO exchanges_fts (exchanges_fts) VALUES ('rebuild')`);
}
