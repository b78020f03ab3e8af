import { join } from 'node:path';
import { all } from '#engine/store/sql.ts';
import { projectFolder } from '../scripts/projectFolder.ts';
import { writeBigArchive } from '../tests/support/bigArchive.ts';
import type { ImportResult, ImportStep } from './importSide.ts';
import { indexOnly } from './ingest.ts';
import { add, nothingSpent, type Spent, spentOn } from './measure.ts';
import { engineLimits, startSide } from './sideProcess.ts';
import { type Row, rate, ratio, toMb } from './table.ts';
import { openWorkspace } from './workspace.ts';

const owner = { id: '42', handle: 'harbour', name: 'Harbour' };
const BATCH = 1_000;

/** Measures the import of an archive with `total` messages in a process of its own, beside a full-text index of the same texts. */
export async function measureImport(dir: string, total: number): Promise<Row[]> {
  const file = join(dir, 'archive.zip');
  writeBigArchive(file, total, owner);
  const workspace = join(dir, 'imported');
  const side = startSide<ImportStep, ImportResult>(projectFolder, 'bench/importSide.ts', engineLimits);
  const { spent, stored, startBytes, peakBytes, block } = await side.take({ workspace, file, owner });
  side.end();
  const bare = await indexTexts(workspace, join(dir, 'bare.sqlite'));
  return [
    ['messages', String(stored), ''],
    ['full-text index only', rate(stored, bare), ''],
    ['import, ratio to index only', `${rate(stored, spent)}, ${ratio(bare.ms, spent.ms)}`, '>= .5'],
    ['by processor time', ratio(bare.processorMs, spent.processorMs), ''],
    ['peak memory of the process, before the import', `${toMb(peakBytes)}, ${toMb(startBytes)}`, '<= 250 MB'],
    ['block, p99 / longest', `${block.p99.toFixed(0)} / ${block.longest.toFixed(0)} ms`, ''],
  ];
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
