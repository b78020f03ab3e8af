import type { Db } from './open.ts';
import { all, run } from './sql.ts';
import { withoutErased } from './withoutErased.ts';

/** A name that somebody gave a group of private messages; empty if they took it away. */
export interface GroupName {
  readonly groupId: string;
  readonly name: string;
  /** Who gave it; null if that is not known. */
  readonly authorId: string | null;
  readonly at: number;
}

/**
 * Stores names of groups, in whatever order they come: of each group the newest stays. One whose author was erased afterwards is stored
 * without its words, so that an older name does not take its place.
 */
export function putGroupNames(db: Db, names: readonly GroupName[]): void {
  // Of two names of the same moment always the same one stays.
  const text = `INSERT INTO group_names VALUES (:groupId, :name, :authorId, :at)
    ON CONFLICT DO UPDATE SET name = excluded.name, author_id = excluded.author_id, named_at = excluded.named_at
    WHERE (excluded.named_at, excluded.name) > (named_at, name)`;
  for (const { groupId, name, authorId, at } of names) {
    const isAllowed =
      authorId === null || withoutErased(db, [{ authorId, personId: authorId, at }]).length > 0;
    const words = isAllowed ? { name, authorId } : { name: '', authorId: null };
    run(db, text, { groupId, ...words, at });
  }
}

/** The names of those of some groups that have one, by the id of the group. */
export function mapGroupNames(db: Db, groupIds: readonly string[]): ReadonlyMap<string, string> {
  if (groupIds.length === 0) return new Map();
  const text = `SELECT group_id AS id, name FROM group_names
    WHERE group_id IN (SELECT value FROM json_each(?)) AND name <> ''`;
  const rows = all<{ id: string; name: string }>(db, text, JSON.stringify(groupIds));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Deletes the names of groups of which no message is stored. */
export function deleteUnusedGroupNames(db: Db): void {
  run(db, 'DELETE FROM group_names WHERE group_id NOT IN (SELECT group_id FROM group_messages)');
}
