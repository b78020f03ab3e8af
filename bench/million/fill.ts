import { toBulkChange } from '#engine/conversations/agentChanges.ts';
import { changeConversations } from '#engine/conversations/changeConversation.ts';
import { deriveQueued } from '#engine/library/suggestions/deriveExchanges.ts';
import { listPage } from '#engine/store/conversationLists.ts';
import { queueOutdated } from '#engine/store/exchangeQueue.ts';
import { closeStore } from '#engine/store/open.ts';
import { mergeIndex } from '#engine/store/searchIndex.ts';
import { BULK_LIMIT } from '#shared/domain/bulkChange.ts';
import { batchesOf, seededRandom } from '../corpus.ts';
import { captureAll } from '../ingest.ts';
import { namePeople } from '../people.ts';
import { createCaptureContext, openWorkspace } from '../workspace.ts';

const X_EPOCH_MS = 1_288_834_974_657;
const YEARS_MS = 3 * 365 * 86_400_000;
const ENDED_MS = 86_400_000;
/** One message in so many is of the person with the longest history, one of somebody who will be erased, and one is the team's. */
const LONGEST_EVERY = 83;
const ERASED_EVERY = 331;
const OWN_EVERY = 4;
/** What was written since then waits at the end; everything else is resolved. */
const WAITING_MS = 60 * 86_400_000;

export const longest = { id: '9000001', handle: 'longest_of_all', name: 'Longest History' };
export const erased = { id: '9000002', handle: 'to_be_erased', name: 'Somebody Erased' };
/** Nobody among the customers. */
const team = '9000003';
/** A word of one message only, in the middle. */
export const rareWord = 'kingfisherxyq';

/** Fills a workspace with the messages of three years up to yesterday: 250,000 people, nearly all of whom are served. */
export async function fillWithYears(dir: string, total: number): Promise<void> {
  const db = openWorkspace(dir);
  const ctx = createCaptureContext(db);
  const store = captureAll(ctx);
  const toTime = createTimes(total);
  let n = 0;
  let last = longest.id;
  for (const batch of batchesOf({ from: 0, to: total, total, writers: 'ofLate' }, seededRandom(7))) {
    await store(
      batch.map((message) => {
        const isOwn = n % OWN_EVERY === OWN_EVERY - 1;
        const personId = isOwn ? last : writerOf(n, message.personId);
        last = personId;
        const when = toTime(n);
        const text = n === Math.floor(total / 2) ? `the ${rareWord} parcel is here` : message.text;
        n += 1;
        const kind = { role: isOwn ? 'own' : 'wanted', reason: isOwn ? null : message.reason } as const;
        return { ...message, ...kind, ...when, text, personId, authorId: isOwn ? team : personId };
      }),
    );
    if (n % 50_000 === 0) console.error(`${n} messages stored`);
  }
  namePeople(db, [longest, erased]);
  resolveAllBut(ctx, WAITING_MS);
  while (mergeIndex(db, 500));
  // As in a workspace that has grown: else the first engine derives all earlier replies while searches are typed.
  queueOutdated(db);
  while (!deriveQueued(db, () => false));
  closeStore(db);
}

function writerOf(n: number, usual: string): string {
  if (n % LONGEST_EVERY === 0) return longest.id;
  return n % ERASED_EVERY === 0 ? erased.id : usual;
}

function createTimes(total: number) {
  const end = Date.now() - ENDED_MS;
  const gap = YEARS_MS / total;
  return (n: number) => {
    const at = Math.floor(end - YEARS_MS + n * gap);
    const xId = String(BigInt(at - X_EPOCH_MS) << 22n);
    return { at, xId, versionXId: xId, threadId: xId };
  };
}

/** Resolves what has waited longest, up to conversations of the last days. */
function resolveAllBut(ctx: ReturnType<typeof createCaptureContext>, waitingMs: number): void {
  const change = toBulkChange(ctx, { type: 'status', status: 'resolved' });
  if (!change.ok) throw new Error(change.error.code);
  const since = Date.now() - waitingMs;
  for (;;) {
    const query = { view: 'queue', filter: {}, me: '', now: 0 } as const;
    const page = listPage(ctx.db, query, 'urgent', { limit: BULK_LIMIT, after: null });
    const targets = page.flatMap(({ id, lastMessage }) =>
      lastMessage.at < since ? [{ id, seenThrough: lastMessage.id }] : [],
    );
    if (targets.length === 0) return;
    changeConversations(ctx, targets, change.value);
  }
}
