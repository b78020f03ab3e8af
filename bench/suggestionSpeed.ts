import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import { deriveQueued, readQuestion } from '#engine/library/suggestions/deriveExchanges.ts';
import { suggestFor } from '#engine/library/suggestions/suggestReplies.ts';
import { toTerms } from '#engine/library/suggestions/toWords.ts';
import type { Db } from '#engine/store/open.ts';
import { all, get } from '#engine/store/sql.ts';
import { messageAt, seededRandom } from './corpus.ts';
import { captureAll } from './ingest.ts';
import { fillLibrary } from './library.ts';
import {
  collect,
  type Percentiles,
  repeated,
  timed,
  timedByProcessor,
  toCell,
  toPercentiles,
} from './measure.ts';
import { type Row, ratio, toMb } from './table.ts';
import { randomRank, wordAt } from './wordRanks.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

const BATCH = 1_000;
/** So many frequent replies make up half of all. */
const FREQUENT = 2_000;
const CALLS = 400;
/** In the same library. */
const CANNED = 20_000;
/** As the engine derives exchanges in the background. */
const SLICE_MS = 1.5;

/** The time and memory of suggestions among `total` earlier replies, each in a conversation of its own, and 20,000 canned responses. */
export async function measureSuggestionSpeed(dir: string, total: number): Promise<Row[]> {
  const db = openWorkspace(join(dir, 'workspace'));
  fillLibrary(db, CANNED);
  await fill(db, total);
  const { slices, byProcessor, seconds } = derive(db);
  const ids = all<{ id: string; personId: string }>(
    db,
    'SELECT id, person_id AS personId FROM conversations ORDER BY id DESC LIMIT ?',
    CALLS,
  );
  fillPageCache(db);
  const before = collect();
  const suggested = measureCalls(db, ids);
  const after = collect();
  const bare = measureBare(db, join(dir, 'bare.sqlite'), ids);
  db.close();
  return [
    ['earlier replies, canned responses', `${total}, ${CANNED}`, ''],
    ['deriving them, in the background', `${seconds.toFixed(0)} s of work`, ''],
    ['a slice of it', toCell(slices), 'max <= 10'],
    ['by processor time', toCell(byProcessor), ''],
    ['suggestions, 5 of them', toCell(suggested.byClock), 'p95 <= 16'],
    ['by processor time', toCell(suggested.byProcessor), ''],
    ['processor time, mean', `${suggested.meanMs.toFixed(1)} ms`, ''],
    ['bare FTS5: the 50 best by any of the words', toCell(bare), ''],
    ['p95 relative to that', ratio(suggested.byClock.p95, bare.p95), ''],
    ['memory that suggesting took, heap', toMb(after.heap - before.heap), '<= 40 MB'],
    ['resident, beside a full page cache', toMb(after.rss - before.rss), '<= 40 MB'],
  ];
}

/** Fills SQLite's page cache, whose limit is for all of the store. */
function fillPageCache(db: Db): void {
  get(db, 'SELECT sum(length(words)) FROM exchanges');
  get(db, 'SELECT sum(length(texts)) FROM canned_responses');
}

async function fill(db: Db, total: number): Promise<void> {
  const random = seededRandom(23);
  const store = captureAll(createCaptureContext(db));
  const sentence = (words: number) =>
    Array.from({ length: words }, () => wordAt(randomRank(random))).join(' ');
  const frequent = Array.from({ length: FREQUENT }, () => sentence(25));
  for (let from = 0; from < total; from += BATCH) {
    const messages: CapturedMessage[] = [];
    for (let n = from; n < Math.min(total, from + BATCH); n += 1) {
      const asked = messageAt(2 * n, `p${n}`, random);
      const reply = messageAt(2 * n + 1, `p${n}`, random);
      const isFrequent = random() < 0.5;
      const text = isFrequent ? (frequent[Math.floor(FREQUENT * random() ** 2)] ?? '') : sentence(25);
      const common = { kind: 'post' as const };
      messages.push({ ...asked, ...common, text: sentence(10 + Math.floor(random() * 25)) });
      messages.push({
        ...reply,
        ...common,
        authorId: 'own',
        role: 'own',
        reason: null,
        text: `Hi Anna, ${text} ^AB`,
      });
    }
    await store(messages);
  }
}

function derive(db: Db) {
  const slices: number[] = [];
  const byProcessor: number[] = [];
  for (let isDone = false; !isDone; ) {
    const { ms, value } = timedByProcessor(() =>
      timed(() => {
        const start = performance.now();
        return deriveQueued(db, () => performance.now() - start >= SLICE_MS);
      }),
    );
    slices.push(value.ms);
    byProcessor.push(ms);
    isDone = value.value;
  }
  const seconds = slices.reduce((sum, ms) => sum + ms, 0) / 1_000;
  return { slices: toPercentiles(slices), byProcessor: toPercentiles(byProcessor), seconds };
}

interface Asker {
  readonly id: string;
  readonly personId: string;
}

function measureCalls(
  db: Db,
  askers: readonly Asker[],
): { readonly byClock: Percentiles; readonly byProcessor: Percentiles; readonly meanMs: number } {
  const ctx = { db, account: () => ({ id: 'own', handle: 'own', name: 'own' }) };
  const suggest = (n: number) => {
    const { id, personId } = askers[n % askers.length] as Asker;
    suggestFor(ctx, readQuestion(db, id), { conversationId: id, personId }, 5);
  };
  // The first calls compile.
  repeated(30, suggest);
  const measured = Array.from({ length: CALLS }, (_, n) => {
    const { ms, value } = timedByProcessor(() => timed(() => suggest(n)).ms);
    return { byClock: value, byProcessor: ms };
  });
  return {
    byClock: toPercentiles(measured.map((one) => one.byClock)),
    byProcessor: toPercentiles(measured.map((one) => one.byProcessor)),
    // The operating system counts processor time by ticks of some milliseconds.
    meanMs: measured.reduce((sum, one) => sum + one.byProcessor, 0) / measured.length,
  };
}

/** The same question to an index with nothing but the words. */
function measureBare(db: Db, file: string, askers: readonly Asker[]): Percentiles {
  const bare = new Database(file);
  bare.exec(`CREATE VIRTUAL TABLE bare USING fts5 (terms)`);
  const insert = bare.prepare('INSERT INTO bare (rowid, terms) VALUES (?, ?)');
  const rows = all<{ id: number; terms: string }>(db, 'SELECT id, terms FROM exchanges');
  bare.transaction(() => {
    for (const { id, terms } of rows) insert.run(BigInt(id), terms);
  })();
  const find = bare.prepare('SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT 50');
  const queries = askers.map(({ id }) => toTerms(readQuestion(db, id).words).map((term) => `"${term}"`));
  const times = repeated(CALLS, (n) => {
    find.all(queries[n % queries.length]?.join(' OR ') || '"a"');
  });
  bare.close();
  return times;
}
