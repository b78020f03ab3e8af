import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../scripts/projectFolder.ts';
import { prepare } from '../tools/prepare.ts';
import { toCell, toPercentiles } from './measure.ts';
import { type Side, startSide } from './sideProcess.ts';
import type { Row } from './table.ts';
import type { WindowStep, WindowTimes } from './windowSide.ts';
import { addWorktree } from './worktree.ts';

/** How often each opens a window. */
const TURNS = 4;

type WindowSide = Side<WindowStep, WindowTimes>;

/**
 * Measures how long conversations open in the window of the commit `revision` and of this tree, in turn, so that the load of the
 * machine affects both alike.
 */
export async function measureWindowAgainst(revision: string, dir: string): Promise<Row[]> {
  const carried = ['bench'];
  const worktree = addWorktree(projectFolder, revision, { dir: join(dir, 'worktree'), carried });
  const { close, ...preparation } = await prepare();
  const sides = [worktree.dir, projectFolder].map((tree, n) => ({
    side: startSide<WindowStep, WindowTimes>(tree, 'bench/windowSide.ts'),
    filled: join(dir, `filled-${n}`),
    userData: join(dir, `user-data-${n}`),
    measured: [] as WindowTimes[],
  }));
  try {
    for (const { side, filled } of sides) await prepareSide(side, filled);
    for (let turn = 0; turn < 2 * TURNS; turn += 1) {
      const each = sides[turn % 2];
      if (!each) continue;
      cpSync(each.filled, each.userData, { recursive: true });
      each.measured.push(await each.side.take({ do: 'measure', userData: each.userData, preparation }));
      rmSync(each.userData, { recursive: true });
    }
    return toRows(
      revision,
      sides.map(({ measured }) => measured),
    );
  } finally {
    for (const { side } of sides) side.end();
    close();
    worktree.remove();
  }
}

async function prepareSide(side: WindowSide, filled: string): Promise<void> {
  await side.take({ do: 'build' });
  await side.take({ do: 'fill', userData: filled });
}

function toRows(revision: string, [there = [], here = []]: readonly WindowTimes[][]): Row[] {
  const row = (title: string, of: (times: WindowTimes) => readonly number[]): Row => {
    const [before, now] = [there, here].map((each) => toPercentiles(each.flatMap(of)));
    if (!before || !now) throw new Error('Both trees are measured');
    const ratio = `${(now.p50 / before.p50).toFixed(2)} / ${(now.p95 / before.p95).toFixed(2)}`;
    return [title, `${toCell(before)} | ${toCell(now)}`, ratio];
  };
  return [
    ['conversations of 1500 messages', `${revision} | here`, `here to ${revision}, p50 / p95`],
    row('j, to the frame that shows one that is read', ({ read }) => read),
    row('j, to the frame that shows the first unread message', ({ unread }) => unread),
  ];
}
