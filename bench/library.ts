import { v7 } from 'uuid';
import { searchLibrary } from '#engine/library/searchLibrary.ts';
import { listMatchingCanned } from '#engine/store/cannedIndex.ts';
import { insertCanned, listCannedByRow } from '#engine/store/cannedResponses.ts';
import type { Db } from '#engine/store/open.ts';
import { get, inTransaction } from '#engine/store/sql.ts';
import type { EngineParsed } from '#shared/contract/engine.ts';
import { seededRandom } from './corpus.ts';
import { collect, type Percentiles, repeated, toCell, toPercentiles } from './measure.ts';
import { type Row, toMb } from './table.ts';
import { randomRank, wordAt } from './wordRanks.ts';
import { openWorkspace } from './workspace.ts';

const SEARCHES = 2_000;
const clock = { now: Date.now, elapsedMs: () => performance.now(), after: () => () => {} };

/** Durations of searches in a library of `total` canned responses, and what its search costs in memory. */
export async function measureLibrary(dir: string, total: number): Promise<Row[]> {
  const db = openWorkspace(dir);
  fillLibrary(db, total);
  const random = seededRandom(5);
  const words = () => wordAt(randomRank(random));
  const ceiling = repeated(SEARCHES, () => {
    // Loaded as for a search, so that the heap has grown before its cost is measured.
    listCannedByRow(db, listMatchingCanned(db, `"${words()}"`, 20));
  });
  // Fills SQLite's page cache, whose limit is for all of the store.
  get(db, 'SELECT sum(length(texts)) FROM canned_responses');
  const before = collect();
  const { longestMs, firstMs } = await measureFirstMisspelt(db);
  const typing = await measureSearches(db, () => toTyped(words(), random));
  const letters = await measureSearches(db, () => words().slice(0, 1) || 'a');
  const misspelt = await measureSearches(db, () => toMisspelt(`${words()}${words()}`, random));
  const after = collect();
  db.close();
  return [
    ['canned responses', String(total), ''],
    ['one word in the bare index (the ceiling)', toCell(ceiling), ''],
    ['search while typing one to three words', toCell(typing.time), 'p95 <= 8'],
    ['by processor time', toCell(typing.processor), ''],
    ['search for one letter', toCell(letters.time), 'p95 <= 8'],
    ['search for a misspelt word', toCell(misspelt.time), 'p95 <= 8'],
    ['by processor time', toCell(misspelt.processor), ''],
    ['first misspelt word, with the vocabulary', `${firstMs.toFixed(0)} ms`, ''],
    ['the longest that it blocks, processor time', `${longestMs.toFixed(1)} ms`, '<= 10'],
    ['memory of the vocabulary, heap', toMb(after.heap - before.heap), '<= 40 MB'],
    ['resident, with the page cache of SQLite', toMb(after.rss - before.rss), ''],
  ];
}

/** Fills the library with made-up texts of about 60 words, in one to three languages. */
export function fillLibrary(db: Db, total: number): void {
  const random = seededRandom(3);
  const words = (length: number) => Array.from({ length }, () => wordAt(randomRank(random))).join(' ');
  const text = () => `${words(10 + Math.floor(random() * 25))}.`;
  inTransaction(db, () => {
    for (let n = 0; n < total; n += 1) {
      const languages = (['en', 'nl', 'fr'] as const).slice(0, 1 + (n % 3));
      insertCanned(db, {
        id: v7(),
        agent: 'a1',
        createdAt: n,
        title: words(4),
        shortcut: `${wordAt(randomRank(random))}${n}`,
        folder: `folder ${n % 50}`,
        texts: languages.map((language) => ({ language, channel: null, text: text() })),
        images: [],
        isPromise: false,
        deletedAt: null,
      });
    }
  });
}

const search = (db: Db, query: string) => searchLibrary({ db, clock }, toInput(query));
const toInput = (query: string): EngineParsed<'library.search'> => ({ query, limit: 20 });

interface Searches {
  readonly time: Percentiles;
  /** The processor time, which other programs hardly change. */
  readonly processor: Percentiles;
}

async function measureSearches(db: Db, toQuery: () => string): Promise<Searches> {
  const measured: number[] = [];
  const processor: number[] = [];
  for (let n = 0; n < SEARCHES; n += 1) {
    const query = toQuery();
    const start = performance.now();
    const used = process.cpuUsage();
    await search(db, query);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1_000);
    measured.push(performance.now() - start);
  }
  return { time: toPercentiles(measured), processor: toPercentiles(processor) };
}

// Of this thread alone where Node has that.
const processorTime = (process as Partial<typeof process>).threadCpuUsage ?? process.cpuUsage;

/** Builds the vocabulary. The slices are measured by processor time, which other programs hardly change. */
async function measureFirstMisspelt(
  db: Db,
): Promise<{ readonly longestMs: number; readonly firstMs: number }> {
  const asked: number[] = [];
  const processorClock = {
    ...clock,
    elapsedMs: () => {
      const { user, system } = processorTime();
      asked.push((user + system) / 1_000);
      return asked.at(-1) ?? 0;
    },
  };
  const start = performance.now();
  await searchLibrary({ db, clock: processorClock }, toInput('xqzwjv'));
  const firstMs = performance.now() - start;
  // A slice asks for the time once at its start and after each batch; the engine is free for less than a batch between two.
  const batches = asked.slice(1).map((at, n) => at - (asked[n] ?? at));
  return { longestMs: 4 + Math.max(...batches), firstMs };
}

/** One to three words, the last one cut off where somebody is still typing. */
function toTyped(last: string, random: () => number): string {
  const others = Array.from({ length: Math.floor(random() * 3) }, () => wordAt(randomRank(random)));
  return [...others, last.slice(0, 1 + Math.floor(random() * last.length))].join(' ');
}

/** A word with one letter left out. */
function toMisspelt(word: string, random: () => number): string {
  const at = Math.floor(random() * word.length);
  return word.slice(0, at) + word.slice(at + 1);
}
