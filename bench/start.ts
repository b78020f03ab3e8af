import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../scripts/projectFolder.ts';
import { echo, serving, startInTurn } from './engineProcess.ts';
import { type Row, ratio } from './table.ts';
import { addWorktree } from './worktree.ts';

/** How often each is started. */
const STARTS = 21;

/** A program to start, with its arguments. */
type Start = readonly [title: string, args: readonly string[]];

/**
 * Measures bare Node and the engine of this tree, and of the commit `revision` if there is one, from the start of the process to its
 * first response: a line sent back, and a page of the queue.
 */
export async function measureStart(dir: string, revision?: string): Promise<Row[]> {
  const starts: Start[] = [['bare Node', echo]];
  const there =
    revision === undefined
      ? null
      : addWorktree(projectFolder, revision, { dir: join(dir, 'worktree'), carried: ['bench'] });
  if (there) starts.push(...prepareStarts(there.dir, join(dir, 'there'), `, ${revision}`));
  starts.push(...prepareStarts(projectFolder, join(dir, 'here'), ''));
  const medians = await startInTurn(
    starts.map(([, args]) => args),
    STARTS,
  );
  there?.remove();
  const [bare] = medians;
  return [
    [`start to first response, medians of ${STARTS}`, 'clock | processor time in ms', 'of bare Node'],
    ...medians.map(
      ({ ms, processorMs }, n): Row => [
        starts[n]?.[0] ?? '',
        `${ms.toFixed(1)} | ${processorMs.toFixed(1)}`,
        `${ratio(ms, bare?.ms)} | ${ratio(processorMs, bare?.processorMs)}`,
      ],
    ),
  ];
}

/** Builds `tree`, fills the workspace `dir` with its engine, and returns the ways to start that. */
function prepareStarts(tree: string, dir: string, suffix: string): Start[] {
  execFileSync(process.execPath, [join(tree, 'bench/startSide.ts'), dir], { stdio: 'inherit' });
  return [
    [`npm run engine, without npm${suffix}`, [...readCommand(tree), ...serving(dir)]],
    [`the engine of the package${suffix}`, [toEngine(tree), ...serving(dir)]],
  ];
}

/** The built engine of a tree. */
export function toEngine(tree: string): string {
  const files = ['load.cjs', 'main.js'].map((name) => join(tree, 'out/engine', name));
  const found = files.find((file) => existsSync(file));
  if (found === undefined) throw new Error(`there is neither ${files.join(' nor ')}`);
  return found;
}

const Manifest = z.object({ scripts: z.object({ engine: z.string() }) });

/** The arguments with which `npm run engine` starts Node in a tree. */
function readCommand(tree: string): readonly string[] {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(tree, 'package.json'), 'utf8')));
  const [, ...args] = manifest.scripts.engine.split(' ');
  return args.map((arg) => (arg.startsWith('-') ? arg : join(tree, arg)));
}
