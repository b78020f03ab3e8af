import { type Tag, TagColour, toTagKey } from '#shared/domain/tag.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

const StoredColour = TagColour.catch('grey');

type TagFacts = Pick<Tag, 'id' | 'name' | 'colour'>;

const select = `SELECT id, name, colour,
    (SELECT count(*) FROM conversation_tags c WHERE c.tag_id = tags.id) AS conversations FROM tags`;

/** All tags, in no order. */
export function listTags(db: Db): Tag[] {
  return all<Tag>(db, select).map(toTag);
}

/** The tag with this id; null if there is none. */
export function getTag(db: Db, id: string): Tag | null {
  const row = get<Tag>(db, `${select} WHERE id = ?`, id);
  return row ? toTag(row) : null;
}

/** The tag that the search takes for one of this name; null if there is none. */
export function findTagNamed(db: Db, name: string): Tag | null {
  const row = get<Tag>(db, `${select} WHERE folded_name = ?`, toTagKey(name));
  return row ? toTag(row) : null;
}

export function insertTag(db: Db, { id, name, colour }: TagFacts, now: number): void {
  run(db, 'INSERT INTO tags VALUES (?, ?, ?, ?, ?)', id, name, toTagKey(name), colour, now);
}

export function updateTag(db: Db, { id, name, colour }: TagFacts): void {
  const text = 'UPDATE tags SET name = ?, folded_name = ?, colour = ? WHERE id = ?';
  run(db, text, name, toTagKey(name), colour, id);
}

/** Deletes a tag and takes it off all conversations. */
export function deleteTag(db: Db, id: string): void {
  run(db, 'DELETE FROM conversation_tags WHERE tag_id = ?', id);
  run(db, 'DELETE FROM tags WHERE id = ?', id);
}

/** Those of these ids that are ids of tags, each once. */
export function listKnownTagIds(db: Db, ids: readonly string[]): string[] {
  const text = 'SELECT id FROM tags WHERE id IN (SELECT value FROM json_each(?) wanted)';
  return all<{ id: string }>(db, text, JSON.stringify(ids)).map(({ id }) => id);
}

/** The ids of the tags of a conversation. */
export function listTagIdsOf(db: Db, conversationId: string): string[] {
  const text = 'SELECT tag_id AS id FROM conversation_tags WHERE conversation_id = ?';
  return all<{ id: string }>(db, text, conversationId).map(({ id }) => id);
}

/** Adds and removes tags of a conversation. */
export function changeTags(
  db: Db,
  conversationId: string,
  { added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] },
): void {
  const drop = `DELETE FROM conversation_tags WHERE conversation_id = ?
    AND tag_id IN (SELECT value FROM json_each(?))`;
  if (removed.length > 0) run(db, drop, conversationId, JSON.stringify(removed));
  const put = 'INSERT OR IGNORE INTO conversation_tags SELECT ?, value FROM json_each(?)';
  if (added.length > 0) run(db, put, conversationId, JSON.stringify(added));
}

/** The conversations that carry a tag, those that were opened last first. */
export function listConversationIdsWith(db: Db, tagId: string, limit: number): string[] {
  const text = `SELECT conversation_id AS id FROM conversation_tags WHERE tag_id = ?
    ORDER BY conversation_id DESC LIMIT ?`;
  return all<{ id: string }>(db, text, tagId, limit).map(({ id }) => id);
}

const toTag = (row: Tag): Tag => ({ ...row, colour: StoredColour.parse(row.colour) });
