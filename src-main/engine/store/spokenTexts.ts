import { namedLanguage } from './languages.ts';
import type { Db } from './open.ts';
import { all } from './sql.ts';

/** A text of a person, with the language that X names; null for private messages and where X does not know it. */
export interface SpokenText {
  readonly text: string;
  readonly lang: string | null;
}

/** So many of the newest texts tell what somebody speaks. */
const LATEST = 10;

/** The newest texts of a person, those of one conversation first. */
export function listSpoken(
  db: Db,
  { conversationId, personId }: { readonly conversationId: string; readonly personId: string },
): SpokenText[] {
  const select = `SELECT text, ${namedLanguage('lang')} AS lang FROM messages`;
  const newest = `AND role = 'wanted' AND deleted_at IS NULL ORDER BY id DESC LIMIT ${LATEST}`;
  const here = all<SpokenText>(db, `${select} WHERE conversation_id = ? ${newest}`, conversationId);
  return [...here, ...all<SpokenText>(db, `${select} WHERE person_id = ? ${newest}`, personId)];
}
