import { storedViews } from './conversations.ts';
import { isLocal } from './importedMessages.ts';
import type { Db } from './open.ts';
import { rowIdFloor } from './rowIds.ts';
import { all } from './sql.ts';

/** A stored post, as it has to be looked up on X. */
export interface StoredPost {
  readonly id: number;
  /** The X id of its newest known version. */
  readonly versionXId: string;
}

/** A post that is due for a check. */
export interface UncheckedPost extends StoredPost {
  /** 0 if it belongs to an unresolved conversation or is shown in one; 1 if it is due only because it is recent. */
  readonly isResolved: 0 | 1;
}

/** Since when posts count as recent, in epoch milliseconds. */
export interface RecentSince {
  readonly posts: number;
  /** The same for hits of saved searches that belong to no conversation. */
  readonly hits: number;
}

/** Which posts are listed. */
export interface UncheckedQuery {
  /** Only posts that were last checked before this time. */
  readonly checkedBefore: number;
  readonly recent: RecentSince;
  readonly limit: number;
  /** How many rows are looked at in one go; at least two. */
  readonly pageSize?: number;
}

/** So many rows take one or two milliseconds. */
const PAGE_SIZE = 500;

const unresolvedViews = storedViews.filter((view) => view !== 'resolved');

/** Whether a conversation `c` is unresolved, in SQL. */
export const isUnresolved = `c.view IN (${unresolvedViews.map((view) => `'${view}'`).join(', ')})`;

/** Whether a message `m` can be looked up on X by anybody, in SQL. */
export const isCheckable = `m.kind = 'post' AND m.deleted_at IS NULL AND NOT ${isLocal('m.x_id')}`;

const isDue = `coalesce(m.checked_at, 0) < :before AND ${isCheckable}`;

/**
 * Lists the posts that are due for a check, at most `limit`: first those of unresolved conversations with the context that is shown there,
 * then the other recent ones; within each, the longest unchecked first. It looks through them a page at a time and yields after each. A post
 * may be missed if its conversation changes meanwhile; all that are returned are due as the store is then.
 */
export function* listUncheckedPosts(db: Db, query: UncheckedQuery): Generator<void, UncheckedPost[]> {
  let unresolved: readonly Found[] = [];
  for (const page of [ownPage, contextPage]) {
    for (const view of unresolvedViews) unresolved = yield* lookThrough(db, page, query, view, unresolved);
  }
  // What is due only because it is recent comes after all of them.
  const recent = unresolved.length < query.limit ? yield* lookThrough(db, recentPage, query, '', []) : [];
  const known = new Set(unresolved.map(({ id }) => id));
  const found = [...unresolved, ...recent.filter(({ id }) => !known.has(id))].slice(0, query.limit);
  return all<UncheckedPost>(db, stillDue, { ...toBound(query), found: JSON.stringify(found) });
}

interface Found {
  readonly id: number;
  /** The unresolved conversation in which it is shown; empty for a recent post. */
  readonly conversation: string;
  readonly checkedAt: number;
}

/** Up to where a list was looked through: a post of a conversation. */
interface Place {
  readonly at: number;
  readonly conversation: string;
  readonly post: number;
}

/** A post that is due, or the last row of a page that was full. */
type Row = Found | (Place & { readonly checkedAt: null });

const beginning: Place = { at: Number.MIN_SAFE_INTEGER, conversation: '', post: 0 };
const never: Found = { id: 0, conversation: '', checkedAt: Number.MAX_SAFE_INTEGER };

/** Adds to `found` what the pages of one list find; of all of them the longest unchecked ones stay. */
function* lookThrough(
  db: Db,
  pageOf: string,
  query: UncheckedQuery,
  view: string,
  found: readonly Found[],
): Generator<void, readonly Found[]> {
  const bound = { ...toBound(query), view, pageSize: query.pageSize ?? PAGE_SIZE };
  let longest = found;
  for (let place: Place | undefined = beginning; place; ) {
    const { id: lastId, checkedAt: lastCheckedAt } = longest[query.limit - 1] ?? never;
    const { at, conversation, post }: Place = place;
    const rows: readonly Row[] = all<Row>(db, pageOf, {
      ...bound,
      at,
      conversation,
      post,
      lastId,
      lastCheckedAt,
    });
    const more = rows.filter((row) => row.checkedAt !== null);
    if (more.length > 0) longest = toLongest([...longest, ...more], query.limit);
    place = rows.find((row) => row.checkedAt === null);
    yield;
  }
  return longest;
}

/** The longest unchecked ones, each once: a conversation that has changed is looked through again. */
function toLongest(found: readonly Found[], limit: number): readonly Found[] {
  const once = [...new Map(found.map((one) => [one.id, one])).values()];
  return once.toSorted((a, b) => a.checkedAt - b.checkedAt || a.id - b.id).slice(0, limit);
}

const toBound = ({ checkedBefore, recent }: UncheckedQuery) => ({
  before: checkedBefore,
  recentPosts: rowIdFloor(recent.posts),
  recentHits: rowIdFloor(recent.hits),
});

/**
 * The statement of a page: so many rows, whatever is due of them, so that it always takes about as long. Whether a post was
 * checked is read from the index, which is far smaller than the table.
 */
const toPageOf = (
  rows: string,
  order: string,
  only: string,
): string => `WITH page AS MATERIALIZED (${rows} ORDER BY ${order} LIMIT :pageSize)
  SELECT m.id, coalesce(m.checked_at, 0) AS checkedAt, p.conversation, NULL AS at, NULL AS post
    FROM page p CROSS JOIN messages m INDEXED BY messages_checked ON m.id = p.post ${only}
    WHERE ${isDue} AND (coalesce(m.checked_at, 0), m.id) < (:lastCheckedAt, :lastId)
  UNION ALL SELECT * FROM (SELECT NULL, NULL, conversation, at, coalesce(post, 0)
    FROM page ORDER BY ${order} LIMIT 1 OFFSET :pageSize - 1)`;

/*
 * A conversation without anything to join is a row too, so that a page never passes over any number of them. Within a conversation the rows
 * come as their index has them: SQLite would sort them again if it was asked to, which costs a quarter of the list.
 */
const toPageOfView = (post: string, joined: string, only = ''): string =>
  toPageOf(
    `SELECT c.last_at AS at, c.id AS conversation, ${post} FROM conversations c LEFT JOIN ${joined}
      WHERE c.view = :view AND (c.last_at, c.id) >= (:at, :conversation)`,
    'at, conversation',
    only,
  );

/** Where the rest of the conversation begins in which the page before ended. */
const rest = 'iif(c.id = :conversation, :post, 0)';

const ownPage = toPageOfView(
  'm.id AS post',
  `messages m INDEXED BY messages_conversation ON m.conversation_id = c.id AND m.id > ${rest}`,
);

// Few of them are due, so that only their posts are looked at.
const contextPage = toPageOfView(
  'x.message_id AS post, x.for_message_id AS shownFor',
  `contexts x ON x.person_id = c.person_id AND x.message_id > ${rest}`,
  'CROSS JOIN messages w ON w.id = p.shownFor AND w.conversation_id = p.conversation',
);

const isRecent = `m.id >= :recentPosts AND (m.id >= :recentHits OR m.conversation_id IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM hits WHERE message_id = m.id))`;

const recentPage = toPageOf(
  `SELECT 0 AS at, '' AS conversation, m.id AS post FROM messages m INDEXED BY messages_checked
    WHERE m.kind = 'post' AND m.deleted_at IS NULL AND m.id >= :recentPosts AND m.id > :post`,
  'post',
  `AND ${isRecent}`,
);

const stillDue = `SELECT id, versionXId, isResolved FROM (
    SELECT m.id, m.version_x_id AS versionXId, coalesce(m.checked_at, 0) AS checkedAt, ${isRecent} AS isRecent,
      NOT EXISTS (SELECT 1 FROM conversations c WHERE c.id = f.value ->> 'conversation' AND ${isUnresolved}
        AND (m.conversation_id = c.id OR EXISTS (SELECT 1 FROM contexts x CROSS JOIN messages w ON w.id = x.for_message_id
          WHERE x.person_id = c.person_id AND x.message_id = m.id AND w.conversation_id = c.id))) AS isResolved
    FROM json_each(:found) f CROSS JOIN messages m ON m.id = f.value ->> 'id' WHERE ${isDue})
  WHERE isResolved = 0 OR isRecent ORDER BY isResolved, checkedAt, id`;
