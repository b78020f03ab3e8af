import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { closeStore, STORE_FILE } from '#engine/store/open.ts';
import { projectFolder } from '../scripts/projectFolder.ts';
import { timed, timedByProcessor } from './measure.ts';
import { pageOfQueue } from './queryTimes.ts';
import type { Step, StepResult } from './side.ts';
import { startSide } from './sideProcess.ts';
import { type Row, toMb } from './table.ts';
import { openWorkspace } from './workspace.ts';
import { addWorktree } from './worktree.ts';

/** Messages that are stored at a time. */
const SIZE = 1_000;

/** Measures how long this tree takes to open a workspace with `total` messages that the commit `revision` has filled. */
export async function measureMigration(revision: string, dir: string, total: number): Promise<Row[]> {
  const workspace = join(dir, 'migrated');
  await fillWith(revision, dir, { workspace, total });
  const file = join(workspace, STORE_FILE);
  const before = { size: statSync(file).size, version: readVersion(file) };
  const opened = timed(() => timedByProcessor(() => openWorkspace(workspace)));
  const { value: db, ms: processorMs } = opened.value;
  const page = timed(pageOfQueue(db, Math.random));
  closeStore(db);
  return [
    ['messages', String(total), ''],
    [
      `store of ${revision}, as it is now`,
      `${toMb(before.size)}, ${toMb(statSync(file).size)}`,
      `schema ${before.version}, ${readVersion(file)}`,
    ],
    ['opened with its copy and migrations', toSeconds(opened.ms), '<= 60 s'],
    ['by processor time', toSeconds(processorMs), ''],
    ['its first page of the queue', `${page.ms.toFixed(1)} ms`, ''],
  ];
}

function readVersion(file: string): number {
  const db = new Database(file, { readonly: true });
  const version = Number(db.pragma('user_version', { simple: true }));
  db.close();
  return version;
}

const toSeconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

/** Lets the engine of a commit fill a workspace, and close it. */
async function fillWith(
  revision: string,
  dir: string,
  { workspace, total }: { readonly workspace: string; readonly total: number },
): Promise<void> {
  const carried = ['bench', 'scripts'];
  const worktree = addWorktree(projectFolder, revision, { dir: join(dir, 'worktree'), carried });
  const side = startSide<Step, StepResult>(worktree.dir, 'bench/side.ts');
  try {
    await side.take({ do: 'open', dir: workspace, total, writers: 'anybody', size: SIZE });
    for (let stored = 0; stored < total; stored += SIZE) await side.take({ do: 'store' });
    await side.take({ do: 'close' });
  } finally {
    side.end();
    worktree.remove();
  }
}
