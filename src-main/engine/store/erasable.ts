import type { Db } from './open.ts';
import { personalTables } from './personalTables.ts';
import { get } from './sql.ts';

const of = (
  table:
    | 'conversations'
    | 'messages'
    | 'notes'
    | 'drafts'
    | 'note_drafts'
    | 'outbox'
    | 'surveys'
    | 'dm_media',
) => `${table} WHERE ${personalTables[table]}`;
const counts = {
  conversations: of('conversations'),
  messages: of('messages'),
  notes: of('notes'),
  drafts: `(SELECT 1 FROM ${of('drafts')} UNION ALL SELECT 1 FROM ${of('note_drafts')})`,
  replies: `${of('outbox')} AND state <> 'sent'`,
  surveys: of('surveys'),
  files: `${of('dm_media')} AND state = 'stored'`,
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
