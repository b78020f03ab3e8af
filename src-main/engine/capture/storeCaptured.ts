import { DAY_MS } from '#shared/time.ts';
import { summarise } from '../conversations/summarise.ts';
import { listConversationIdsOf } from '../store/conversations.ts';
import { insertHit } from '../store/hits.ts';
import { compareXIds, type StoredMessage, storeMessages } from '../store/messages.ts';
import type { Db } from '../store/open.ts';
import { ensurePeople, upsertPerson } from '../store/people.ts';
import { quarantine } from '../store/quarantine.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { linkContext } from '../store/threading.ts';
import type { XUnreadable, XUser } from '../x/xClient.ts';
import type { CaptureContext } from './captureContext.ts';
import { climbThread } from './climbThread.ts';
import { lookUpMissing } from './lookUpMissing.ts';
import type { CapturedMessage } from './toFacts.ts';

/** The threads of messages that are older than this when they are captured are left as they are. */
const PARENTS_WANTED_MS = 7 * DAY_MS;

/** What one page of X holds, in Perch's words. */
export interface CapturedPage {
  readonly source: string;
  readonly messages: readonly CapturedMessage[];
  /** What was only referred to. */
  readonly referenced: readonly CapturedMessage[];
  readonly users: readonly XUser[];
  readonly unreadable: readonly XUnreadable[];
  /** The saved search that found the messages. */
  readonly foundBy?: string;
}

/** What storing a page did. */
export interface CapturedChange {
  /** New messages, those that are only context left out. */
  readonly added: number;
  /** Messages that the saved search had not found before. */
  readonly newHits: number;
  /** Conversations that look different now; messages without a place have yet to be threaded. */
  readonly changed: readonly string[];
}

/** Stores a page in one transaction; storing it again, or an overlapping one, changes nothing. */
export async function storeCaptured(ctx: CaptureContext, page: CapturedPage): Promise<CapturedChange> {
  const everything = [...page.messages, ...page.referenced].toSorted(byTime);
  const people = [...new Set(everything.flatMap((message) => [message.authorId, message.personId]))];
  const given = new Set(page.users.map((user) => user.id));
  const users = [...page.users, ...(await lookUpMissing(ctx, people, given))];
  return inTransaction(ctx.db, () => {
    const now = ctx.clock.now();
    const renamed = users.filter((user) => upsertPerson(ctx.db, user, now));
    ensurePeople(ctx.db, people, now);
    quarantine(ctx.db, page.source, page.unreadable, now);
    const stored = storeMessages(ctx.db, everything, now);
    linkContexts(ctx.db, everything, stored);
    climbThreads(ctx.db, everything, stored, now);
    const newHits = noteHits(ctx.db, page, everything, stored);
    const edited = summariseEdited(ctx.db, stored);
    const conversations = renamed.flatMap((user) => listConversationIdsOf(ctx.db, user.id));
    const added = countAdded(page.messages, everything, stored);
    return { added, newHits, changed: [...edited, ...conversations] };
  });
}

function summariseEdited(db: Db, stored: readonly StoredMessage[]): string[] {
  const edited = stored.filter(({ change }) => change === 'edited');
  const ids = edited.flatMap(({ conversationId }) => conversationId ?? []);
  summarise(db, ids, getSettings(db));
  return ids;
}

function noteHits(
  db: Db,
  { foundBy, messages }: CapturedPage,
  everything: readonly CapturedMessage[],
  stored: readonly StoredMessage[],
): number {
  if (foundBy === undefined) return 0;
  const found = new Set(messages);
  const rows = everything.flatMap((message, at) => (found.has(message) ? (stored[at] ?? []) : []));
  return rows.filter(({ id }) => insertHit(db, foundBy, id)).length;
}

// What stands above a new message is wanted too; old ones were answered without it.
function climbThreads(
  db: Db,
  messages: readonly CapturedMessage[],
  stored: readonly StoredMessage[],
  now: number,
): void {
  for (const [at, { role, personId, inReplyTo, at: writtenAt }] of messages.entries()) {
    const { id = 0, change = 'none' } = stored[at] ?? {};
    const isNew = change === 'added' || change === 'promoted';
    if (role !== 'wanted' || !isNew || writtenAt < now - PARENTS_WANTED_MS) continue;
    climbThread(db, { personId, forMessageId: id, inReplyTo, depth: 0 });
  }
}

// What a person's message answers or quotes is shown with it, and what that answers in turn.
function linkContexts(db: Db, messages: readonly CapturedMessage[], stored: readonly StoredMessage[]): void {
  const rows = new Map(messages.map((message, at) => [message, stored[at]?.id ?? 0]));
  const byXId = new Map(messages.map((message) => [message.versionXId, message]));
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

// Messages of one millisecond keep the order in which X gave out their ids.
function byTime(a: CapturedMessage, b: CapturedMessage): number {
  return a.at - b.at || compareXIds(a.versionXId, b.versionXId);
}
