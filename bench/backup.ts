import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { makeCopy } from '#engine/store/copies.ts';
import type { Db } from '#engine/store/open.ts';
import { syncFile } from '#engine/store/privateFiles.ts';
import { build } from '../scripts/build/build.ts';
import { projectFolder } from '../scripts/projectFolder.ts';
import { batchesOf, seededRandom } from './corpus.ts';
import { captureAll, compareIngest } from './ingest.ts';
import { median } from './measure.ts';
import { type Row, ratio, toMb } from './table.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

const ROUNDS = 5;
/** The thread of the built engine: to load its sources takes a tenth of the time of a backup. */
const script = join(projectFolder, 'out/engine/store/checkThread.cjs');

/** Measures a checked backup of a store with `total` messages, in turn with a bare copy of its file that is waited for. */
export async function measureBackup(dir: string, total: number): Promise<Row[]> {
  await build();
  const workspace = join(dir, 'backup');
  const db = openWorkspace(workspace);
  const store = captureAll(createCaptureContext(db));
  await compareIngest([store], batchesOf({ from: 0, to: total, total }, seededRandom(7)));
  db.pragma('wal_checkpoint(TRUNCATE)');
  const bare: number[] = [];
  const backup: number[] = [];
  const blocks = monitorEventLoopDelay({ resolution: 1 });
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(copyBare(db, join(dir, 'bare.sqlite')));
    blocks.enable();
    backup.push(await backUp(db, join(dir, 'copied')));
    blocks.disable();
  }
  const bytes = statSync(db.name).size;
  db.close();
  return [
    ['messages', String(total), ''],
    ['store', toMb(bytes), ''],
    ['copy and fsync', `${median(bare).toFixed(0)} ms`, ''],
    ['backup, its rate to that of copy and fsync', ratio(median(bare), median(backup)), '>= .4'],
    ['longest wait of others meanwhile', `${(blocks.max / 1e6).toFixed(0)} ms`, ''],
  ];
}

function copyBare(db: Db, file: string): number {
  rmSync(file, { force: true });
  const start = performance.now();
  copyFileSync(db.name, file);
  syncFile(file);
  return performance.now() - start;
}

async function backUp(db: Db, dir: string): Promise<number> {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  const start = performance.now();
  const made = await makeCopy(db, dir, Date.now(), { log: () => {}, script });
  if (!made) throw new Error('the copy is damaged');
  return performance.now() - start;
}
