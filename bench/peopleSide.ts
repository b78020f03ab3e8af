import { findConversations } from '#engine/search/findConversations.ts';
import type { Db } from '#engine/store/open.ts';
import { seededRandom } from './corpus.ts';
import { collect, type Percentiles, toPercentiles } from './measure.ts';
import { randomRank, wordAt } from './wordRanks.ts';
import { openWorkspace } from './workspace.ts';

/*
 * A process that searches for people, so that the garbage of filling a workspace is not collected meanwhile. The workspace comes as a message
 * of Node's `fork`.
 */

export interface PeopleStep {
  readonly dir: string;
  /** Handles and last names of everybody. */
  readonly names: readonly string[];
}

/** How long a search takes by the clock, and the most processor time for which other work has to wait. */
interface Watched<T> {
  readonly ms: T;
  readonly longestMs: T;
}

/** Times in milliseconds, and the memory that the first search has taken, in bytes. */
export interface PeopleTimes {
  readonly first: Watched<number>;
  readonly handles: Watched<Percentiles>;
  readonly typed: Watched<Percentiles>;
  readonly nobody: Watched<Percentiles>;
  readonly memory: { readonly heap: number; readonly buffers: number };
}

const SEARCHES = 200;

async function measure({ dir, names }: PeopleStep): Promise<PeopleTimes> {
  const db = openWorkspace(dir);
  const find = createSearch(db);
  const random = seededRandom(5);
  const someName = () => names[Math.floor(random() * names.length)] ?? '';
  const before = collect();
  const first = await watched(() => find('qzxwv'));
  const after = collect();
  const handles = await repeat(find, () => someName().split(' ')[0] ?? '');
  const typed = await repeat(find, () => someName().slice(0, 1 + Math.floor(random() * 8)));
  const nobody = await repeat(find, () => `q${wordAt(randomRank(random))}zx`);
  db.close();
  const memory = { heap: after.heap - before.heap, buffers: after.buffers - before.buffers };
  return { first, handles, typed, nobody, memory };
}

function createSearch(db: Db): (text: string) => Promise<unknown> {
  const clock = { now: Date.now, elapsedMs: () => performance.now(), after: () => () => {} };
  return (text) => findConversations({ db, clock }, text, 6);
}

// Of this thread alone where Node has that.
const processorTime = (process as Partial<typeof process>).threadCpuUsage ?? process.cpuUsage;

function processorMs(): number {
  const { user, system } = processorTime();
  return (user + system) / 1_000;
}

async function watched(work: () => Promise<unknown>): Promise<Watched<number>> {
  let longestMs = 0;
  let isDone = false;
  let last = processorMs();
  const see = () => {
    const now = processorMs();
    longestMs = Math.max(longestMs, now - last);
    last = now;
    if (!isDone) setImmediate(see);
  };
  const start = performance.now();
  const done = work();
  see();
  await done;
  isDone = true;
  const ms = performance.now() - start;
  see();
  return { ms, longestMs };
}

async function repeat(
  find: (text: string) => Promise<unknown>,
  toText: () => string,
): Promise<Watched<Percentiles>> {
  const measured = [];
  for (let n = 0; n < SEARCHES; n += 1) {
    const text = toText() || 'a';
    measured.push(await watched(() => find(text)));
  }
  return {
    ms: toPercentiles(measured.map(({ ms }) => ms)),
    longestMs: toPercentiles(measured.map(({ longestMs }) => longestMs)),
  };
}

process.on('message', async (step: PeopleStep) => process.send?.(await measure(step)));
process.on('disconnect', () => process.exit());
