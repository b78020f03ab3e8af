import { readQuotes } from './messageLists.ts';
import type { Db } from './open.ts';
import { MAX_THREAD_DEPTH } from './parents.ts';
import { findPost } from './postVersions.ts';
import { all, get, run } from './sql.ts';

/** Only the newest are looked at: what X has not shown of an older thread by now, it will not show. */
const MAX_POSTS = 200;

interface OwnPost {
  readonly id: number;
  readonly role: string;
  readonly authorId: string;
  readonly personId: string;
  readonly inReplyTo: string | null;
  /** As JSON. */
  readonly quotes: string;
}

const columns = `id, role, author_id AS authorId, person_id AS personId, in_reply_to AS inReplyTo, quotes`;

/**
 * Gives the account's posts that are nobody's to the person whom they are meant for: the author of the first post of somebody
 * else that they reply to, through any number of own replies, or else quote. They are left unthreaded. Those whose posts above are not
 * stored yet are found by a later call. Returns how many were given to somebody.
 *
 *     customer's post ◄─ own reply ◄─ own reply to it     belongs to the customer
 *     customer's post ◄┈┈ own quote                       belongs to the customer
 */
export function assignOwnPosts(db: Db): number {
  const text = `SELECT ${columns} FROM messages INDEXED BY messages_nobodys WHERE role = 'own' AND kind = 'post' AND person_id = author_id
    AND person_id = (SELECT x_id FROM account) AND (in_reply_to IS NOT NULL OR quotes <> '[]')
    ORDER BY id DESC LIMIT ?`;
  const nobodys = all<OwnPost>(db, text, MAX_POSTS);
  const found = nobodys.flatMap((post) => {
    const personId = findPerson(db, post);
    return personId === null ? [] : [{ id: post.id, personId }];
  });
  for (const { id, personId } of found) {
    run(db, 'UPDATE messages SET person_id = ?, threaded = 0 WHERE id = ?', personId, id);
  }
  return found.length;
}

/**
 * Does the same for own threads of any age, one post deeper with each call and at most so many posts, whose answered posts are stored.
 * Returns the rows of the posts that were given to somebody.
 */
export function assignOwnThreads(db: Db, limit: number): number[] {
  const above = `SELECT p.person_id FROM messages p WHERE p.kind = 'post' AND p.x_id = m.in_reply_to
    AND p.role = 'own' AND p.person_id <> p.author_id`;
  const text = `UPDATE messages AS m SET threaded = 0, person_id = (${above}) WHERE m.id IN (
      SELECT m.id FROM messages m INDEXED BY messages_nobodys WHERE m.role = 'own' AND m.kind = 'post'
        AND m.person_id = m.author_id AND (m.in_reply_to IS NOT NULL OR m.quotes <> '[]') AND EXISTS (${above}) LIMIT ?)
    RETURNING id`;
  return all<{ id: number }>(db, text, limit).map(({ id }) => id);
}

function findPerson(db: Db, from: OwnPost): string | null {
  let post: OwnPost | null = from;
  for (let depth = 0; post !== null && depth < MAX_THREAD_DEPTH; depth += 1) {
    if (post.role !== 'own') return post.authorId;
    if (post.personId !== post.authorId) return post.personId;
    const above: string | undefined = post.inReplyTo ?? readQuotes(post.quotes)[0];
    post = above === undefined ? null : getPost(db, above);
  }
  return null;
}

function getPost(db: Db, xId: string): OwnPost | null {
  const id = findPost(db, xId);
  return id === null ? null : get<OwnPost>(db, `SELECT ${columns} FROM messages WHERE id = ?`, id);
}
