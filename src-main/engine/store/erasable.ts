import type { Db } from './open.ts';
import { get } from './sql.ts';

const ofPerson = 'conversation_id IN (SELECT id FROM conversations WHERE person_id = :id)';
const counts = {
  conversations: 'conversations WHERE person_id = :id',
  messages: 'messages WHERE person_id = :id',
  notes: `notes WHERE ${ofPerson}`,
  drafts: `(SELECT 1 FROM drafts WHERE ${ofPerson} UNION ALL SELECT 1 FROM note_drafts WHERE ${ofPerson})`,
  replies: `outbox WHERE person_id = :id AND state <> 'sent'`,
  surveys: 'surveys WHERE person_id = :id',
  files: `dm_media WHERE message_id IN (SELECT id FROM messages WHERE person_id = :id) AND state = 'stored'`,
} as const;

/** How much there is to erase about a person, by kind. */
export type ErasableCounts = Record<keyof typeof counts, number>;

/** Counts what there is to erase about a person. */
export function countErasable(db: Db, id: string): ErasableCounts {
  const columns = Object.entries(counts).map(([name, text]) => `(SELECT count(*) FROM ${text}) AS ${name}`);
  const found = get<ErasableCounts>(db, `SELECT ${columns.join(', ')}`, { id });
  if (!found) throw new Error('a query of counts has one row');
  return found;
}

/** A reply to a person that may be on its way to X, or there without anybody knowing; null if there is none. */
export function findReplyOnItsWay(
  db: Db,
  personId: string,
): { readonly id: string; readonly state: string } | null {
  const text = `SELECT id, state FROM outbox WHERE person_id = ? AND state IN ('sending', 'unknown') LIMIT 1`;
  return get(db, text, personId);
}
