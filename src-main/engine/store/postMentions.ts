import type { Db } from './open.ts';
import { findPost } from './postVersions.ts';
import { all, get, run } from './sql.ts';

/** Somebody whom a post mentions. */
export interface PostMention {
  readonly id: string;
  readonly handle: string;
}

/** Stores whom a post mentions, in place of what was known. */
export function putPostMentions(db: Db, messageId: number, mentions: readonly PostMention[]): void {
  deletePostMentions(db, messageId);
  for (const [at, { id, handle }] of mentions.entries())
    run(db, 'INSERT INTO post_mentions VALUES (?, ?, ?, ?)', messageId, at, id, handle);
}

/** Forgets whom a post mentions. */
export function deletePostMentions(db: Db, messageId: number): void {
  run(db, 'DELETE FROM post_mentions WHERE message_id = ?', messageId);
}

/** Somebody whom a reply to a post would mention. */
export interface Addressee {
  readonly userId: string;
  readonly handle: string;
  readonly name: string;
}

/** The author of a post; null if there is no such post. `xId` is that of any version. */
export function getPostAuthor(db: Db, xId: string): Addressee | null {
  const text = `SELECT p.x_id AS userId, p.handle, p.name FROM messages m JOIN people p ON p.x_id = m.author_id
    WHERE m.id = ?`;
  return get<Addressee>(db, text, findPost(db, xId));
}

/** The people whom a post mentions, under their present names, in their order; empty where that is not known. */
export function listPostMentions(db: Db, xId: string): Addressee[] {
  const text = `SELECT t.user_id AS userId, coalesce(nullif(p.handle, ''), t.handle) AS handle,
      coalesce(nullif(p.name, p.x_id), t.handle) AS name
    FROM post_mentions t LEFT JOIN people p ON p.x_id = t.user_id WHERE t.message_id = ? ORDER BY t.position`;
  return all<Addressee>(db, text, findPost(db, xId));
}
