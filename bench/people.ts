import { findConversations } from '#engine/search/findConversations.ts';
import type { Db } from '#engine/store/open.ts';
import { all, inTransaction, run } from '#engine/store/sql.ts';
import { seededRandom } from './corpus.ts';
import { collect, toCell, toPercentiles } from './measure.ts';
import { type Row, toMb } from './table.ts';
import { fillWithConversations } from './window.ts';
import { randomRank, wordAt } from './wordRanks.ts';
import { openWorkspace } from './workspace.ts';

const SEARCHES = 200;

interface Named {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
}

/** Measures the search for people among `total`, each with a conversation. */
export async function measurePeople(dir: string, total: number): Promise<Row[]> {
  await fillWithConversations(dir, total);
  const db = openWorkspace(dir);
  const names = namePeople(db);
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
  return [
    ['people', String(total), ''],
    ['first search, with the index', `${first.ms.toFixed(0)} ms`, ''],
    ['the longest that it blocks, processor time', `${first.longestMs.toFixed(1)} ms`, '<= 10'],
    ['an exact handle', toCell(handles.ms), ''],
    ['the longest that each blocks, processor time', toCell(handles.longestMs), ''],
    ['a name while it is typed', toCell(typed.ms), ''],
    ['the longest that each blocks, processor time', toCell(typed.longestMs), ''],
    ['a name that nobody has', toCell(nobody.ms), ''],
    ['the longest that each blocks, processor time', toCell(nobody.longestMs), ''],
    ['memory of the index: heap', toMb(after.heap - before.heap), ''],
    ['memory outside of the heap', toMb(after.buffers - before.buffers), ''],
  ];
}

/** Gives everybody but `named`, who get theirs, a handle and a name of two words, and returns these. */
export function namePeople(db: Db, named: readonly Named[] = []): readonly string[] {
  const random = seededRandom(3);
  const word = () => wordAt(randomRank(random));
  const people = all<{ id: string }>(db, 'SELECT x_id AS id FROM people ORDER BY x_id');
  const text = 'UPDATE people SET handle = ?, name = ? WHERE x_id = ?';
  return inTransaction(db, () => {
    const names = people.map(({ id }, n) => {
      const [first, last] = [word(), word()];
      run(db, text, `${first.slice(0, 8)}${n}`, `${first} ${last}`, id);
      return `${first.slice(0, 8)}${n} ${last}`;
    });
    for (const { id, handle, name } of named) run(db, text, handle, name, id);
    return names;
  });
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

/** How long some work takes by the clock, and the most processor time for which other work has to wait. */
async function watched(
  work: () => Promise<unknown>,
): Promise<{ readonly ms: number; readonly longestMs: number }> {
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

async function repeat(find: (text: string) => Promise<unknown>, toText: () => string) {
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
