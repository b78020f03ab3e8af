import { setImmediate } from 'node:timers/promises';
import type { EngineContext } from '../context/context.ts';
import { resolveImported } from '../conversations/earlierHistory.ts';
import { emitThreaded, nothingThreaded, type Threaded } from '../conversations/threaded.ts';
import { threadInSlices } from '../conversations/threadInSlices.ts';
import { threadPeople } from '../conversations/threading.ts';
import { putGroupMessage } from '../store/groupMessages.ts';
import { putImportedMessage } from '../store/importedMessages.ts';
import { listNewVersions, storeMessages } from '../store/messages.ts';
import type { Db } from '../store/open.ts';
import { assignOwnThreads } from '../store/ownPosts.ts';
import { ensurePeople, nameUnknownPerson } from '../store/people.ts';
import { putPostMentions } from '../store/postMentions.ts';
import { inUnsyncedTransaction } from '../store/sql.ts';
import { countUnthreadedOf, leaveOutside, leaveToImport, listUnthreadedPeople } from '../store/threading.ts';
import { withoutErased } from '../store/withoutErased.ts';
import { giveIds } from './table/giveIds.ts';
import { withoutKnown } from './table/withoutKnown.ts';
import type { ArchivedMessage } from './toArchivedPost.ts';

export type StoreContext = Pick<EngineContext, 'db' | 'dataDir' | 'clock' | 'newId' | 'emit'>;

/** What a batch brought that was not known. */
export interface Brought {
  readonly posts: number;
  readonly dms: number;
  readonly people: number;
  /** Messages that were left out because their people were erased since. */
  readonly erased: number;
}

/**
 * Stores messages of an archive and calls `alsoStore`, in one transaction, which does not wait for the disk: a power cut takes what the
 * last ones brought together with what `alsoStore` stored, so that it is read again. What is stored stays as it is. Threads the messages of the
 * people of whom everything is stored (`complete`); those of others wait for `threadLong` and `threadRest`, whatever is captured meanwhile.
 */
export function storeArchived(
  ctx: StoreContext,
  archived: readonly ArchivedMessage[],
  complete: readonly string[],
  alsoStore: (brought: Brought) => void,
): void {
  const threaded = inUnsyncedTransaction(ctx.db, () => {
    alsoStore(storeUnknown(ctx, archived));
    return complete.length > 0 ? thread(ctx, complete) : nothingThreaded;
  });
  emitThreaded(ctx, threaded);
}

function storeUnknown({ db, clock }: StoreContext, archived: readonly ArchivedMessage[]): Brought {
  const now = clock.now();
  const allowed = leaveOutErased(db, archived);
  const sorted = withoutKnown(db, allowed).toSorted((a, b) => a.facts.at - b.facts.at);
  const groups = new Map(sorted.flatMap(({ facts: { xId }, groupId }) => (groupId ? [[xId, groupId]] : [])));
  const facts = sorted.map((one) => one.facts);
  const tables = new Map(sorted.flatMap(({ facts: { xId }, table }) => (table ? [[xId, table]] : [])));
  const ids = [...new Set(facts.flatMap(({ authorId, personId }) => [authorId, personId]))];
  const people = ensurePeople(db, ids, now);
  for (const name of archived.flatMap(({ names }) => names)) nameUnknownPerson(db, name);
  giveIds(db, facts);
  const unknown = listNewVersions(db, facts);
  const stored = storeMessages(db, unknown, now);
  const added = stored.flatMap(({ id, change }, at) => {
    const message = unknown[at];
    return change === 'added' && message ? [{ id, message }] : [];
  });
  for (const { id, message } of added) {
    if (message.mentions.length > 0) putPostMentions(db, id, message.mentions);
    const groupId = groups.get(message.xId);
    if (groupId) putGroupMessage(db, { messageId: id, groupId, authorId: message.authorId });
    const table = tables.get(message.xId);
    if (table) putImportedMessage(db, id, table.agent);
  }
  const storedIds = stored.map(({ id }) => id);
  leaveOutside(db, storedIds);
  leaveToImport(db, storedIds);
  const dms = added.filter(({ message }) => message.kind === 'dm').length;
  return { posts: added.length - dms, dms, people, erased: archived.length - allowed.length };
}

function leaveOutErased(db: Db, archived: readonly ArchivedMessage[]): readonly ArchivedMessage[] {
  const all = archived.map((one) => one.facts);
  const allowed = new Set(withoutErased(db, all));
  return archived.filter(({ facts }) => allowed.has(facts));
}

const PEOPLE_AT_ONCE = 20;
/** More messages of people are not threaded in one transaction. */
export const MOST_AT_ONCE = 500;
const THREADS_AT_ONCE = 500;

/**
 * Gives own threads to the people whom they are meant for and threads everything that is left, in transactions of bounded size, between
 * which others have their turn. Stops early if the signal says so.
 */
export async function threadRest(ctx: StoreContext, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted && assignThreads(ctx) > 0) await setImmediate();
  while (!signal?.aborted && (await threadSome(ctx, signal))) await setImmediate();
}

function assignThreads({ db }: StoreContext): number {
  return inUnsyncedTransaction(db, () => {
    const assigned = assignOwnThreads(db, THREADS_AT_ONCE);
    leaveOutside(db, assigned);
    leaveToImport(db, assigned);
    return assigned.length;
  });
}

async function threadSome(ctx: StoreContext, signal?: AbortSignal): Promise<boolean> {
  const { people, long } = pickPeople(ctx.db);
  if (long !== undefined) await threadLong(ctx, long, signal);
  else if (people.length > 0)
    emitThreaded(
      ctx,
      inUnsyncedTransaction(ctx.db, () => thread(ctx, people)),
    );
  return long !== undefined || people.length > 0;
}

/** Some people with at most `MOST_AT_ONCE` messages that wait for threading, or one with more. */
function pickPeople(db: Db): { readonly people: readonly string[]; readonly long?: string } {
  const people: string[] = [];
  let left = MOST_AT_ONCE;
  for (const id of listUnthreadedPeople(db, PEOPLE_AT_ONCE)) {
    left -= countUnthreadedOf(db, id, MOST_AT_ONCE + 1);
    if (left < 0) return people.length === 0 ? { people, long: id } : { people };
    people.push(id);
  }
  return { people };
}

/** Threads the messages of a person who has many, in transactions of bounded size. */
export async function threadLong(ctx: StoreContext, personId: string, signal?: AbortSignal): Promise<void> {
  const onEnded = (ids: readonly string[]) => resolveImported(ctx, ids);
  emitThreaded(ctx, await threadInSlices(ctx, personId, { onEnded, signal }));
}

/** Threads the messages of some people. What a message from a table of another tool ends is over: it opens nothing. */
function thread(ctx: StoreContext, people: readonly string[]): Threaded {
  const { opened, wrote, changed } = threadPeople(ctx, people);
  const over = new Set(resolveImported(ctx, changed));
  const isWork = (id: string) => !over.has(id);
  return { opened: opened.filter(isWork), wrote: wrote.filter(isWork), changed };
}
