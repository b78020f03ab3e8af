import type { Link } from '#shared/domain/message.ts';
import { readLinks } from './messageLists.ts';
import type { Db } from './open.ts';
import { rowIdFloor } from './rowIds.ts';
import { all } from './sql.ts';

/** A text of the account, with the time at which it was written. */
export interface OwnText {
  readonly at: number;
  readonly text: string;
}

/** A post of the account. */
export interface OwnPublicPost {
  /** For whom it is; the account itself for a post to nobody. */
  readonly personId: string;
  readonly text: string;
  readonly links: readonly Pick<Link, 'shown' | 'url' | 'isDead'>[];
}

/** Among so many of the newest messages of everybody, own posts are looked for. */
const LOOKED_AT = 20_000;
const MOST = 200;

/** The newest posts of the account, the newest first. */
export function listOwnPublicPosts(db: Db): OwnPublicPost[] {
  const text = `SELECT person_id AS personId, text, links
    FROM (SELECT person_id, text, links, role, kind FROM messages ORDER BY id DESC LIMIT ${LOOKED_AT})
    WHERE role = 'own' AND kind = 'post'`;
  return all<{ personId: string; text: string; links: string }>(db, text).map(({ links, ...post }) => ({
    ...post,
    links: readLinks(links),
  }));
}

const notSent = `state IN ('held', 'stopped', 'queued', 'sending', 'unknown')`;

/** What was written to a person since `since`, on any channel, the newest first; also what still waits to be sent. */
export function listOwnTextsTo(db: Db, personId: string, since: number): OwnText[] {
  const text = `SELECT at, text FROM messages
      WHERE person_id = :personId AND id >= :from AND role = 'own' AND deleted_at IS NULL
    UNION ALL
    SELECT created_at, text FROM outbox
      WHERE conversation_id IN (SELECT id FROM conversations WHERE person_id = :personId) AND created_at >= :since AND ${notSent}
    ORDER BY 1 DESC LIMIT ${MOST}`;
  return all<OwnText>(db, text, { personId, since, from: rowIdFloor(since) });
}

/** What was posted since `since`, to whomever, the newest first; also what still waits to be sent. */
export function listPublicTextsSince(db: Db, since: number): OwnText[] {
  const text = `SELECT at, text FROM messages
      WHERE id >= :from AND role = 'own' AND +kind = 'post' AND deleted_at IS NULL
    UNION ALL
    SELECT created_at, text FROM outbox WHERE ${notSent} AND created_at >= :since AND channel = 'public'
    ORDER BY 1 DESC LIMIT ${MOST}`;
  return all<OwnText>(db, text, { since, from: rowIdFloor(since) });
}

/** What a person wrote, on one kind of channel, and what stands there about them; the newest first. */
export function listTextsOf(db: Db, personId: string, kind: 'post' | 'dm', since: number): string[] {
  const text = `SELECT text FROM messages WHERE person_id = ? AND id >= ? AND kind = ? AND deleted_at IS NULL
      AND (kind = 'post' OR role = 'wanted') ORDER BY id DESC LIMIT ${MOST}`;
  return all<{ text: string }>(db, text, personId, rowIdFloor(since), kind).map((row) => row.text);
}
