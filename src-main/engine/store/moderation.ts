import { toMessageId } from '#shared/domain/message.ts';
import { isLocalId } from './importedMessages.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** What can be done on X about a post (`hidden`) or a person. */
export type Moderated = 'hidden' | 'muted' | 'dmsBlocked';

/** Remembers since when something holds on X, or with null that it no longer does. Returns whether that is new. */
export function setModerated(db: Db, what: Moderated, xId: string, since: number | null): boolean {
  const changes =
    since === null
      ? run(db, 'DELETE FROM moderation WHERE what = ? AND x_id = ?', what, xId)
      : run(db, 'INSERT OR IGNORE INTO moderation (what, x_id, since) VALUES (?, ?, ?)', what, xId, since);
  return changes > 0;
}

/** Those of these X ids of which it holds. */
export function listModerated(db: Db, what: Moderated, xIds: readonly string[]): ReadonlySet<string> {
  const text = `SELECT x_id AS xId FROM moderation
    WHERE what = ? AND x_id IN (SELECT value FROM json_each(?))`;
  return new Set(all<{ xId: string }>(db, text, what, JSON.stringify(xIds)).map(({ xId }) => xId));
}

/** A post, as far as moderating it needs to know it. */
export interface ModeratedPost {
  readonly rowId: number;
  readonly xId: string;
  /** The X id of its newest known version. */
  readonly versionXId: string;
  readonly conversationId: string | null;
  readonly deletedAt: number | null;
  /** Whether the account has written it. */
  readonly isOwn: boolean;
}

/** The post with this message id, if X has it. */
export function findPost(db: Db, messageId: string): ModeratedPost | null {
  const prefix = toMessageId('post', '');
  const xId = messageId.slice(prefix.length);
  if (!messageId.startsWith(prefix) || isLocalId(xId)) return null;
  const text = `SELECT id AS rowId, x_id AS xId, version_x_id AS versionXId, conversation_id AS conversationId,
      deleted_at AS deletedAt, author_id = (SELECT x_id FROM account) AS isOwn
    FROM messages WHERE kind = 'post' AND x_id = ?`;
  const found = get<Omit<ModeratedPost, 'isOwn'> & { isOwn: number | null }>(db, text, xId);
  return found && { ...found, isOwn: found.isOwn === 1 };
}
