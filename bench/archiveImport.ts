import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { putAccount } from '#engine/store/account.ts';
import { all } from '#engine/store/sql.ts';
import { build } from '../scripts/build/build.ts';
import { projectFolder } from '../scripts/projectFolder.ts';
import { serving, startProcess, toPeakBytes, toProcessorMs } from './engineProcess.ts';
import { indexOnly } from './ingest.ts';
import {
  add,
  nothingSpent,
  type Percentiles,
  type Spent,
  spentOn,
  toCell,
  toPercentiles,
} from './measure.ts';
import { engineLimits } from './sideProcess.ts';
import { toEngine } from './start.ts';
import { type Row, rate, ratio, toMb } from './table.ts';
import { writeTeamArchive } from './teamArchive.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

const owner = { id: '42', handle: 'harbour', name: 'Harbour' };
const BATCH = 1_000;

/**
 * Measures how the built engine imports an archive with `total` messages, half of them private ones, and what a page of the queue takes meanwhile;
 * beside a full-text index of the same texts.
 */
export async function measureImport(dir: string, total: number): Promise<Row[]> {
  await build();
  const file = join(dir, 'archive.zip');
  writeTeamArchive(file, total, owner);
  const workspace = join(dir, 'imported');
  connect(workspace);
  const { spent, peakBytes, pages } = await importArchive(workspace, file);
  const bare = await indexTexts(workspace, join(dir, 'bare.sqlite'));
  return [
    ['messages', String(total), ''],
    ['full-text index only', rate(total, bare), ''],
    ['import, ratio to index only', `${rate(total, spent)}, ${ratio(bare.ms, spent.ms)}`, '>= .5'],
    ['by processor time', ratio(bare.processorMs, spent.processorMs), ''],
    ['peak memory of the engine', toMb(peakBytes), '<= 250 MB'],
    ['queue page meanwhile', toCell(pages), ''],
  ];
}

function connect(workspace: string): void {
  const db = openWorkspace(workspace);
  putAccount(db, owner, createCaptureContext(db).clock.now());
  db.close();
}

interface Imported {
  readonly spent: Spent;
  readonly peakBytes: number;
  readonly pages: Percentiles;
}

async function importArchive(workspace: string, path: string): Promise<Imported> {
  const engine = startProcess([...engineLimits, toEngine(projectFolder), ...serving(workspace)]);
  await engine.call('conversations.list', { view: 'queue' });
  const before = toProcessorMs(engine.pid);
  const start = performance.now();
  let isDone = false;
  const importing = engine.call('archive.import', { path }).finally(() => {
    isDone = true;
  });
  const pages: number[] = [];
  while (!isDone) {
    await setTimeout(20);
    const { ms } = await spentOn(() => engine.call('conversations.list', { view: 'queue' }));
    pages.push(ms);
  }
  await importing;
  // What waits to be indexed belongs to the import.
  await engine.call('search.messages', { text: 'parcel' });
  const spent = { ms: performance.now() - start, processorMs: toProcessorMs(engine.pid) - before };
  const peakBytes = toPeakBytes(engine.pid);
  await engine.end();
  return { spent, peakBytes, pages: toPercentiles(pages) };
}

/** Inserts the texts of a workspace into a full-text index and nothing else. */
async function indexTexts(workspace: string, file: string): Promise<Spent> {
  const db = openWorkspace(workspace);
  const insert = indexOnly(file);
  const text = 'SELECT id, text FROM messages WHERE id > ? ORDER BY id LIMIT ?';
  let spent = nothingSpent;
  for (let after = 0; ; ) {
    const batch = all<{ id: number; text: string }>(db, text, after, BATCH);
    const last = batch.at(-1);
    if (!last) break;
    after = last.id;
    spent = add(spent, await spentOn(() => insert(batch)));
  }
  db.close();
  return spent;
}
