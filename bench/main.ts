import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { v7 } from 'uuid';
import type { CaptureContext } from '../src-main/engine/capture/captureContext.ts';
import { findMessages } from '../src-main/engine/search/findMessages.ts';
import { listQueue } from '../src-main/engine/store/conversations.ts';
import { listHistory } from '../src-main/engine/store/history.ts';
import { type Db, openStore } from '../src-main/engine/store/open.ts';
import { get } from '../src-main/engine/store/sql.ts';
import { messageAt, seeded, someRank, wordAt } from './corpus.ts';
import { bareInsert, captureAll, indexOnly } from './ingest.ts';
import { repeated, timed, toCell } from './measure.ts';

const usage = `Measures the store. Times depend on the machine; compare the ratios.

  npm run bench -- [--rows N]   N messages, 50000 unless said otherwise
`;

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '50000' }, help: { type: 'boolean' } },
});
async function main(rows: number): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'perch-bench-'));
  try {
    await measure(dir, rows);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function measure(dir: string, rows: number): Promise<void> {
  const random = seeded(7);
  const messages = Array.from({ length: rows }, (_, n) => messageAt(n, rows, random));
  const bare = bareInsert(join(dir, 'bare.sqlite'), messages);
  const index = indexOnly(join(dir, 'index.sqlite'), messages);
  const workspace = join(dir, 'workspace');
  const db = open(workspace);
  const all = await captureAll(toContext(db), messages);
  const table = [
    ['messages', String(rows)],
    ['bare insert', rate(bare)],
    ['full-text index alone', `${rate(index)}, ${ratio(index, bare)} of bare`],
    ['capture and threading', `${rate(all)}, ${ratio(all, index)} of the index, ${ratio(all, bare)} of bare`],
    ...readings(db),
  ];
  db.close();
  const { ms, value } = timed(() => {
    const again = open(workspace);
    listQueue(again, 50, null);
    return again;
  });
  value.close();
  table.push(['open to first queue page', `${ms.toFixed(1)} ms`]);
  table.push(['resident memory', `${Math.round(process.memoryUsage.rss() / 1e6)} MB, the corpus included`]);
  for (const [name, result] of table) console.log(`${name?.padEnd(28)} ${result}`);
}

function readings(db: Db): string[][] {
  const random = seeded(11);
  const someone = () => String(1 + Math.floor(random() * 1_000));
  const lookup = repeated(2_000, () => {
    get(db, 'SELECT * FROM people WHERE x_id = ?', someone());
  });
  const queue = repeated(500, () => {
    listQueue(db, 50, null);
  });
  const history = repeated(500, () => {
    listHistory(db, someone(), Number.MAX_SAFE_INTEGER, 50);
  });
  const search = repeated(1_000, (n) => {
    const words = Array.from({ length: 1 + (n % 3) }, () => wordAt(someRank(random)));
    const text = words.join(' ').slice(0, n % 2 === 0 ? 3 : 80);
    findMessages(db, { text, limit: 50 });
  });
  return [
    ['', 'p50 / p95 / p99 / max in ms'],
    ['primary-key lookup', toCell(lookup)],
    ['queue page of 50', `${toCell(queue)}, ${ratio(queue.p50, lookup.p50)} lookups`],
    ['history page of 50', toCell(history)],
    ['search, 50 results', toCell(search)],
  ];
}

function open(dir: string): Db {
  const opened = openStore(dir);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

function toContext(db: Db): CaptureContext {
  const unused = () => {
    throw new Error('the benchmark has no connection to X');
  };
  const x = {
    getMe: unused,
    getUsers: async () => ({ ok: true, value: [] }) as const,
    listMentions: unused,
    listDms: unused,
    listDmsWith: unused,
    listOwnPosts: unused,
    searchRecent: unused,
    getPosts: unused,
    createReply: unused,
    sendDm: unused,
  };
  const clock = { now: Date.now, after: () => () => {} };
  const xClock = { toXTime: (at: number) => at };
  return { db, clock, x, xClock, log: () => {}, newId: v7, emit: () => {} };
}

const rate = (perSecond: number): string => `${Math.round(perSecond / 100) / 10}k/s`;
const ratio = (a: number, b: number): string => (a / b).toFixed(2);

if (values.help) console.log(usage);
else await main(Number.parseInt(values.rows, 10));
