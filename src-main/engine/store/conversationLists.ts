import type { Conversation, View } from '#shared/domain/conversation.ts';
import type { ConversationFilter } from '#shared/domain/conversationFilter.ts';
import { type ListSort, toLastAt } from '#shared/domain/viewOrder.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { findAgentId } from './agents.ts';
import { conversationsToApprove } from './approvals.ts';
import { type ConversationRow, selectConversations, storedViews, toConversation } from './conversations.ts';
import { draftedConversations } from './drafts.ts';
import { conversationsWithHandover } from './handovers.ts';
import type { Db } from './open.ts';
import { all, get, type Value } from './sql.ts';
import { undecidedConversations } from './unfinishedReply.ts';
import { isVipOf } from './vips.ts';

/** The conversations of a view that a filter selects. */
export interface ListQuery {
  readonly view: View;
  readonly filter: ConversationFilter;
  /** The id of the agent whose conversations are "mine". */
  readonly me: string;
  readonly now: number;
}

/** A position in a list: the sort time (`toSortTime`) and the id of the last row that was read. */
export interface ListPosition {
  readonly at: number;
  readonly id: string;
}

/** A condition in SQL on `c`, a row of `conversations` or, unless it `isOnRows`, of `facets`. */
interface Condition {
  readonly text: string;
  readonly isOnRows?: boolean;
  readonly values?: Readonly<Record<string, Value>>;
}

/** What the index of priorities selects. */
const isUnusualPriority = `c.priority <> 'normal'`;

const isDrafted: Condition = { text: `c.id IN (${draftedConversations})`, isOnRows: true };

const viewConditions: Readonly<Record<View, Condition>> = {
  // What is in the queue is open, which has an index by the last message.
  queue: { text: `c.in_queue = 1 AND c.view = 'open'` },
  mine: { text: `c.agent = :me AND c.view <> 'resolved'` },
  toApprove: { text: `c.id IN (${conversationsToApprove})`, isOnRows: true },
  drafts: isDrafted,
  open: { text: `c.view = 'open'` },
  pending: { text: `c.view = 'pending'` },
  snoozed: { text: `c.view = 'snoozed'` },
  resolved: { text: `c.view = 'resolved'` },
  all: { text: 'true' },
};

function toConditions(db: Db, { view, filter, me, now }: ListQuery): readonly Condition[] {
  const { unread, channel, assignee, priority, lang, waitingMinutes } = filter;
  const { failedReply, draft, tag, handover, isVip } = filter;
  const given: (Condition | false)[] = [
    { ...viewConditions[view], values: view === 'mine' || view === 'toApprove' ? { me } : {} },
    unread === true && { text: 'c.unread > 0' },
    channel !== undefined && {
      text: 'c.last_kind = :kind',
      values: { kind: channel === 'dm' ? 'dm' : 'post' },
    },
    assignee !== undefined && {
      text: `coalesce(c.agent, '') = :assignee`,
      values: { assignee: toAgentId(db, assignee, me) },
    },
    priority !== undefined && {
      text: `c.priority = :priority${priority === 'normal' ? '' : ` AND ${isUnusualPriority}`}`,
      values: { priority },
    },
    lang !== undefined && { text: 'c.lang = :lang', values: { lang } },
    waitingMinutes !== undefined && {
      text: 'c.waiting_since <= :since',
      isOnRows: true,
      values: { since: now - waitingMinutes * MINUTE_MS },
    },
    failedReply === true && { text: `c.id IN (${undecidedConversations})`, isOnRows: true },
    draft === true && isDrafted,
    isVip === true && { text: isVipOf('c.person_id'), isOnRows: true },
    tag !== undefined && {
      text: 'c.id IN (SELECT conversation_id FROM conversation_tags WHERE tag_id = :tag)',
      isOnRows: true,
      values: { tag },
    },
    handover !== undefined && {
      text: `c.id IN (${conversationsWithHandover})`,
      isOnRows: true,
      values: { handover },
    },
  ];
  return given.filter((condition) => condition !== false);
}

// An agent whom nobody knows has no conversations.
function toAgentId(db: Db, assignee: NonNullable<ConversationFilter['assignee']>, me: string): string {
  if (assignee === 'nobody') return '';
  return assignee === 'me' ? me : (findAgentId(db, assignee.agent) ?? assignee.agent);
}

const join = (conditions: readonly Condition[]) => conditions.map(({ text }) => text).join(' AND ');
const valuesOf = (conditions: readonly Condition[]) =>
  Object.assign({}, ...conditions.map(({ values }) => values ?? {})) as Record<string, Value>;

/** Where a page of a list begins, and how long it is. */
export interface PageRequest {
  readonly limit: number;
  readonly after: ListPosition | null;
  /** From the last row of the list upwards. */
  readonly fromEnd?: boolean | undefined;
}

/** A page of a list in its order or from its end, at most `limit` rows after a position, or from the beginning. */
export function listPage(db: Db, query: ListQuery, sort: ListSort, request: PageRequest): Conversation[] {
  if (sort === 'newest' || sort === 'oldest') return readPage(db, query, { ...request, order: sort });
  const rows: Conversation[] = [];
  for (const part of toParts(query, sort, request)) {
    const limit = request.limit - rows.length;
    if (limit > 0) rows.push(...readPage(db, query, { ...request, ...part, limit }));
  }
  return rows;
}

/** Those who wait and the others, as far as they follow the position. */
function toParts(
  { view, filter }: ListQuery,
  sort: 'urgent' | 'waiting',
  { after, fromEnd }: PageRequest,
): readonly Pick<PartRequest, 'order' | 'after'>[] {
  const lastAt = after && toLastAt(after.at);
  const afterOther = after && lastAt !== null ? { at: lastAt, id: after.id } : null;
  const order = sort === 'urgent' ? 'due' : 'waiting';
  const waiting = { order, after: lastAt === null ? after : null } as const;
  if (view === 'queue' || filter.waitingMinutes !== undefined) return afterOther ? [] : [waiting];
  const others = { order: 'notWaiting', after: afterOther } as const;
  const parts = fromEnd ? [others, waiting] : [waiting, others];
  // A position in the second part is behind all of the first.
  return after !== null && parts[0]?.after === null ? parts.slice(1) : parts;
}

interface Order {
  readonly column: string;
  readonly direction: 'ASC' | 'DESC';
  readonly only?: string;
}

const orders = {
  newest: { column: 'c.last_at', direction: 'DESC' },
  oldest: { column: 'c.last_at', direction: 'ASC' },
  due: { column: 'c.due_at', direction: 'ASC', only: 'c.due_at IS NOT NULL' },
  waiting: { column: 'c.waiting_since', direction: 'ASC', only: 'c.waiting_since IS NOT NULL' },
  // Both times are null together.
  notWaiting: { column: 'c.last_at', direction: 'DESC', only: 'c.due_at IS NULL' },
} as const satisfies Record<string, Order>;

interface PartRequest extends PageRequest {
  readonly order: keyof typeof orders;
}

/** Sorts after every id. */
const LAST_ID = '\u{10FFFF}';

function readPage(db: Db, query: ListQuery, request: PartRequest): Conversation[] {
  const { order, limit, after, fromEnd = false } = request;
  const conditions = toConditions(db, query);
  const isUp = (orders[order].direction === 'ASC') !== fromEnd;
  const start = isUp ? { at: 0, id: '' } : { at: Number.MAX_SAFE_INTEGER, id: LAST_ID };
  const index = toIndex(query, order);
  const isOfViews = query.view === 'all' && index === 'conversations_view';
  const text = toPageText({ order, isUp, index, isOfViews, conditions: join(conditions) });
  const values = { ...valuesOf(conditions), ...(after ?? start), limit };
  return all<ConversationRow>(db, text, values).map(toConversation);
}

/** What the statements of pages differ in. */
interface PageShape {
  readonly order: keyof typeof orders;
  readonly isUp: boolean;
  readonly index: string | undefined;
  /** Whether the index has an order within each view only. */
  readonly isOfViews: boolean;
  readonly conditions: string;
}

const pageTexts = new Map<string, string>();

/** The statement of a page. Made once for each shape: a new text of this length takes as long to find again as a row to read. */
function toPageText(shape: PageShape): string {
  const key = Object.values(shape).join();
  const text = pageTexts.get(key) ?? buildPageText(shape);
  pageTexts.set(key, text);
  return text;
}

function buildPageText({ order, isUp, index, isOfViews, conditions }: PageShape): string {
  const { column, only = 'true' }: Order = orders[order];
  const direction = isUp ? 'ASC' : 'DESC';
  // SQLite merges the views without sorting.
  const arms = isOfViews ? storedViews.map((view) => `c.view = '${view}'`) : ['true'];
  const selected = arms.map(
    (arm) => `${selectConversations(index)} WHERE ${arm} AND ${conditions} AND ${only}
    AND (${column}, c.id) ${isUp ? '>' : '<'} (:at, :id)`,
  );
  const [at, id] = isOfViews ? [column.slice(2), 'id'] : [column, 'c.id'];
  return `${selected.join(' UNION ALL ')} ORDER BY ${at} ${direction}, ${id} ${direction} LIMIT :limit`;
}

/**
 * The index in whose order a list is read until the page is full; SQLite knows too little of the values to choose it. Undefined
 * where few ids are selected, which are read and sorted instead.
 */
function toIndex({ view, filter }: ListQuery, order: PartRequest['order']): string | undefined {
  if (
    view === 'drafts' ||
    view === 'toApprove' ||
    filter.draft ||
    filter.failedReply ||
    filter.tag ||
    filter.handover ||
    filter.isVip
  )
    return undefined;
  if (order === 'due') return view === 'queue' ? 'conversations_queue' : 'conversations_due';
  if (order === 'waiting') return 'conversations_waiting';
  if (filter.priority !== undefined && filter.priority !== 'normal') return 'conversations_priority';
  return view === 'mine' ? 'conversations_mine' : 'conversations_view';
}

/** Those of `ids` that belong to a list, in any order. */
export function listAmong(db: Db, query: ListQuery, ids: readonly string[]): Conversation[] {
  const conditions = toConditions(db, query);
  const text = `${selectConversations()} WHERE c.id IN (SELECT value FROM json_each(:ids) wanted) AND ${join(conditions)}`;
  const values = { ...valuesOf(conditions), ids: JSON.stringify(ids) };
  return all<ConversationRow>(db, text, values).map(toConversation);
}

/** How many conversations a list has. What triggers count in `facets` is added up where that tells. */
export function countList(db: Db, query: ListQuery): number {
  const conditions = toConditions(db, query);
  const isOnRows = conditions.some((condition) => condition.isOnRows);
  const from = isOnRows ? 'count(*) AS n FROM conversations c' : 'coalesce(sum(c.n), 0) AS n FROM facets c';
  const text = `SELECT ${from} WHERE ${join(conditions)}`;
  return get<{ n: number }>(db, text, valuesOf(conditions))?.n ?? 0;
}

/** The languages of conversations, those of most of them first. */
export function listLanguages(db: Db): string[] {
  const sums = new Map<string, number>();
  for (const { lang, n } of all<{ lang: string; n: number }>(db, 'SELECT lang, n FROM facets')) {
    sums.set(lang, (sums.get(lang) ?? 0) + n);
  }
  const spoken = [...sums].filter(([lang, n]) => lang !== '' && n > 0);
  return spoken.toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([lang]) => lang);
}
