import { DAY_MS } from '#shared/time.ts';
import { beginThreading } from '../conversations/beginThreading.ts';
import { noteHits } from '../conversations/noteForRules.ts';
import { summarise } from '../conversations/summarise.ts';
import { emitThreaded, nothingThreaded } from '../conversations/threaded.ts';
import { wantDmFiles } from '../store/dmMedia.ts';
import { insertHit } from '../store/hits.ts';
import { compareXIds, type StoredMessage, storeMessages } from '../store/messages.ts';
import type { Db } from '../store/open.ts';
import { assignOwnPosts } from '../store/ownPosts.ts';
import { ensurePeople } from '../store/people.ts';
import { putPostMentions } from '../store/postMentions.ts';
import { quarantineItems } from '../store/quarantine.ts';
import { putQuoteCount } from '../store/quoteCounts.ts';
import { inTransaction } from '../store/sql.ts';
import { setOptedOut } from '../store/surveys.ts';
import { linkContext } from '../store/threading.ts';
import { listUnwilling, withoutErased, withoutErasedPeople } from '../store/withoutErased.ts';
import type { XUnreadable, XUser } from '../x/xClient.ts';
import { climbThread } from './climbThread.ts';
import type { CaptureContext, CapturedChange } from './feed.ts';
import { emitRenamed, fetchUnknownPeople, storePeople } from './fetchPeople.ts';
import type { CapturedMessage } from './toFacts.ts';

/** Parents are fetched only for messages that are younger than this when they are captured. */
const FETCH_PARENTS_MS = 7 * DAY_MS;

/** Quotes that an own post already has when it is first seen are fetched only if it is younger than this. */
const RECENT_QUOTES_MS = 7 * DAY_MS;

/** One page of X, converted to Perch's messages. */
export interface CapturedPage {
  readonly source: string;
  readonly messages: readonly CapturedMessage[];
  /** Posts that the page only refers to. */
  readonly referenced: readonly CapturedMessage[];
  readonly users: readonly XUser[];
  readonly unreadable: readonly XUnreadable[];
  /** X was asked for these messages by their ids: what it says now replaces what is stored. */
  readonly replaces?: boolean;
  /** Whether its messages are threaded with what is left of earlier pages, as after the last page of a read. */
  readonly threads?: boolean;
  /** Whether it belongs to a gap, so that what it brings is no news. */
  readonly isBackfill?: boolean;
  /** Whether nothing of its source was captured before. */
  readonly isFirst?: boolean;
  /** The saved search that found the messages. */
  readonly foundBy?: string;
}

/**
 * Stores a page in one transaction, after looking up its unknown people. Idempotent: storing the page again, or one that
 * overlaps it, changes nothing. New messages have yet to be threaded, except with `threads`;
 * which conversations that opened and changed is then emitted.
 */
export async function storeCaptured(ctx: CaptureContext, page: CapturedPage): Promise<CapturedChange> {
  const fetched = [...page.messages, ...page.referenced].toSorted(byTime);
  const given = new Set(page.users.map((user) => user.id));
  const people = listPeopleOf(withoutErased(ctx.db, fetched));
  const users = [...page.users, ...(await fetchUnknownPeople(ctx, people, given))];
  const { renamedAccount, threaded, ...change } = inTransaction(ctx.db, () => {
    const now = ctx.clock.now();
    // Somebody may have been erased meanwhile.
    const everything = withoutErased(ctx.db, fetched);
    const known = putPeople(ctx.db, users, everything, now);
    quarantineItems(ctx.db, page.source, page.unreadable, now);
    const threading = page.threads ? beginThreading(ctx, page.isBackfill ? 'backfill' : 'capture') : null;
    const replaces = page.replaces ?? false;
    const stored = storeMessages(ctx.db, everything, now, {
      replaces,
      ...(threading && { assign: threading.assign }),
    });
    wantFiles(ctx.db, everything, stored);
    linkContexts(ctx.db, everything, stored);
    climbThreads(ctx.db, everything, stored, now);
    if (stored.some(({ change }) => change === 'added' || change === 'edited')) assignOwnPosts(ctx.db);
    putQuoteCounts(ctx.db, everything, stored, now);
    putMentions(ctx.db, everything, stored);
    const newHits = insertHits(ctx, page, everything, stored);
    const edited = summariseEdited(ctx, stored);
    const added = countAdded(page.messages, everything, stored);
    const { renamedAccount } = known;
    const threaded = threading?.finish() ?? nothingThreaded;
    return { added, newHits, changed: [...edited, ...known.changed], renamedAccount, threaded };
  });
  emitRenamed(ctx, renamedAccount);
  emitThreaded(ctx, threaded);
  return change;
}

const listPeopleOf = (messages: readonly CapturedMessage[]): string[] => [
  ...new Set(messages.flatMap(({ authorId, personId }) => [authorId, personId])),
];

function putPeople(
  db: Db,
  users: readonly XUser[],
  messages: readonly CapturedMessage[],
  now: number,
): ReturnType<typeof storePeople> {
  const people = listPeopleOf(messages);
  const unwilling = listUnwilling(db, people);
  const known = storePeople(db, withoutErasedPeople(db, users, messages), now);
  ensurePeople(db, people, now);
  for (const id of unwilling) setOptedOut(db, id, now);
  return known;
}

function wantFiles(db: Db, messages: readonly CapturedMessage[], stored: readonly StoredMessage[]): void {
  for (const [at, { kind, media }] of messages.entries()) {
    const { id = 0, change } = stored[at] ?? {};
    if (kind === 'dm' && (change === 'added' || change === 'edited')) wantDmFiles(db, id, media);
  }
}

function putQuoteCounts(
  db: Db,
  messages: readonly CapturedMessage[],
  stored: readonly StoredMessage[],
  now: number,
): void {
  for (const [index, { role, quoteCount, at }] of messages.entries()) {
    const { id = 0 } = stored[index] ?? {};
    if (role !== 'own' || quoteCount === null) continue;
    putQuoteCount(db, { id, counted: quoteCount, isRecent: at >= now - RECENT_QUOTES_MS }, now);
  }
}

// A version that changes nothing is older, or known.
function putMentions(db: Db, messages: readonly CapturedMessage[], stored: readonly StoredMessage[]): void {
  for (const [at, { mentions }] of messages.entries()) {
    const { id = 0, change = 'none' } = stored[at] ?? {};
    // Of a new message nothing is known that would have to be replaced.
    if (change !== 'none' && (change !== 'added' || mentions.length > 0)) putPostMentions(db, id, mentions);
  }
}

function summariseEdited(
  ctx: Pick<CaptureContext, 'db' | 'clock'>,
  stored: readonly StoredMessage[],
): string[] {
  const edited = stored.filter(({ change }) => change === 'edited');
  const ids = edited.flatMap(({ conversationId }) => conversationId ?? []);
  summarise(ctx, ids);
  return ids;
}

function insertHits(
  ctx: Pick<CaptureContext, 'db' | 'clock'>,
  { foundBy, messages, isBackfill = false, isFirst = false }: CapturedPage,
  everything: readonly CapturedMessage[],
  stored: readonly StoredMessage[],
): number {
  if (foundBy === undefined) return 0;
  const found = new Set(messages);
  const rows = everything.flatMap((message, at) => (found.has(message) ? (stored[at] ?? []) : []));
  const hits = rows.flatMap(({ id }) => insertHit(ctx.db, foundBy, id) ?? []);
  if (!isBackfill && !isFirst) noteHits(ctx, foundBy, hits);
  return hits.length;
}

// Records the missing parents of new messages, and of own posts that are nobody's without them. Old messages were replied to
// without their parents.
function climbThreads(
  db: Db,
  messages: readonly CapturedMessage[],
  stored: readonly StoredMessage[],
  now: number,
): void {
  for (const [at, { role, authorId, personId, inReplyTo, at: writtenAt }] of messages.entries()) {
    const { id = 0, change = 'none' } = stored[at] ?? {};
    const isNew = change === 'added' || change === 'promoted';
    const isNobodys = role === 'own' && personId === authorId;
    if (!(role === 'wanted' || isNobodys) || !isNew || writtenAt < now - FETCH_PARENTS_MS) continue;
    climbThread(db, { personId, forMessageId: id, inReplyTo, depth: 0 });
  }
}

// Posts that a person's message replies to or quotes are shown with it, and what those refer to in turn.
function linkContexts(db: Db, messages: readonly CapturedMessage[], stored: readonly StoredMessage[]): void {
  const rows = new Map(messages.map((message, at) => [message, stored[at]?.id ?? 0]));
  const byXId = new Map(
    messages.flatMap((message) =>
      [message.versionXId, ...message.versions].map((xId) => [xId, message] as const),
    ),
  );
  for (const wanted of messages.filter((message) => message.role === 'wanted')) {
    for (const parent of ancestors(wanted, byXId)) {
      if (parent.role === 'wanted' && parent.personId === wanted.personId) continue;
      linkContext(db, wanted.personId, rows.get(parent) ?? 0, rows.get(wanted) ?? 0);
    }
  }
}

function ancestors(
  message: CapturedMessage,
  byXId: ReadonlyMap<string, CapturedMessage>,
): Set<CapturedMessage> {
  const found = new Set<CapturedMessage>();
  const visit = (child: CapturedMessage) => {
    for (const id of child.refersTo) {
      const parent = byXId.get(id);
      if (!parent || parent === message || found.has(parent)) continue;
      found.add(parent);
      visit(parent);
    }
  };
  visit(message);
  return found;
}

function countAdded(
  wanted: readonly CapturedMessage[],
  messages: readonly CapturedMessage[],
  stored: readonly StoredMessage[],
): number {
  const counted = new Set(wanted.filter((message) => message.role !== 'context'));
  const isNew = (at: number) => stored[at]?.change === 'added' || stored[at]?.change === 'promoted';
  return messages.filter((message, at) => counted.has(message) && isNew(at)).length;
}

// Messages of the same millisecond keep the order of their X ids.
function byTime(a: CapturedMessage, b: CapturedMessage): number {
  return a.at - b.at || compareXIds(a.versionXId, b.versionXId);
}
