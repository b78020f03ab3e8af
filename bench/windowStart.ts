import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { projectFolder } from '../scripts/projectFolder.ts';
import { type Preparation, prepare } from '../tools/prepare.ts';
import { median, type Spent } from './measure.ts';
import { type Row, ratio } from './table.ts';
import { addWorktree } from './worktree.ts';

const STARTS = 11;
/** Chromium keeps the compiled code of a page from its second or third load on. */
const FIRST_STARTS = 3;

/** An application to start. */
interface Application {
  readonly title: string;
  readonly args: readonly string[];
  readonly userData: string;
  /** Selects what its window is to show. */
  readonly awaited: string;
  readonly spent: Spent[];
}

/**
 * Measures an empty window and the demo of this tree, and of the commit `revision` if there is one, from the start of Electron to the frame
 * that shows the text, or the first row of the queue: by the clock of the page, and by the processor time of all processes. In turn, so that the
 * load of the machine affects all alike.
 */
export async function measureWindowStart(dir: string, revision?: string): Promise<Row[]> {
  const preparation = await prepare();
  const there =
    revision === undefined
      ? null
      : addWorktree(projectFolder, revision, { dir: join(dir, 'worktree'), carried: ['bench'] });
  const empty = {
    title: 'empty window',
    args: [join(import.meta.dirname, 'emptyWindow.cjs')],
    userData: join(dir, 'empty'),
    awaited: 'p',
    spent: [],
  };
  const applications: Application[] = [empty];
  if (there) applications.push(prepareDemo(there.dir, join(dir, 'there'), `the demo, ${revision}`));
  applications.push(prepareDemo(projectFolder, join(dir, 'here'), 'the demo'));
  for (let turn = 0; turn < FIRST_STARTS + STARTS; turn += 1) {
    for (const application of applications) {
      const spent = await start(application, preparation);
      if (turn >= FIRST_STARTS) application.spent.push(spent);
    }
  }
  preparation.close();
  there?.remove();
  return toRows(applications);
}

function prepareDemo(tree: string, userData: string, title: string): Application {
  const workspace = join(userData, 'workspaces', 'demo');
  execFileSync(process.execPath, [join(tree, 'bench/startSide.ts'), workspace], { stdio: 'inherit' });
  return { title, args: [tree, '--demo'], userData, awaited: '[role="option"]', spent: [] };
}

const Shown = z.object({ shownAt: z.number(), processorMs: z.number() });

async function start(application: Application, { program, args, env }: Preparation): Promise<Spent> {
  const { userData, awaited } = application;
  const startedAt = Date.now();
  const probe = join(import.meta.dirname, 'windowProbe.cjs');
  const child = spawn(program, ['-r', probe, ...args, `--user-data-dir=${userData}`, ...application.args], {
    env: { ...process.env, ...env, PERCH_USER_DATA: userData, PERCH_BENCH_AWAITED: awaited },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = once(child, 'exit');
  let shown: z.infer<typeof Shown> | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"shownAt"')) shown = Shown.parse(JSON.parse(line));
  }
  await exited;
  if (!shown) throw new Error(`${application.title} ended without a window that shows ${awaited}`);
  return { ms: shown.shownAt - startedAt, processorMs: shown.processorMs };
}

function toRows(applications: readonly Application[]): Row[] {
  const medians = applications.map(({ title, spent }) => ({
    title,
    ms: median(spent.map(({ ms }) => ms)),
    processorMs: median(spent.map(({ processorMs }) => processorMs)),
  }));
  const [empty] = medians;
  return [
    [`start to the frame, medians of ${STARTS}`, 'clock | processor time in ms', 'of an empty window'],
    ...medians.map(
      ({ title, ms, processorMs }): Row => [
        title,
        `${ms.toFixed(0)} | ${processorMs.toFixed(0)}`,
        `${ratio(ms, empty?.ms)} | ${ratio(processorMs, empty?.processorMs)}`,
      ],
    ),
  ];
}
