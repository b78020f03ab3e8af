import { join } from 'node:path';
import { projectFolder } from '../scripts/projectFolder.ts';
import { batchesOf, seededRandom, type Writers } from './corpus.ts';
import { indexOnly } from './ingest.ts';
import { add, nothingSpent, type Spent, spentOn, toPercentiles } from './measure.ts';
import type { Step, StepResult } from './side.ts';
import { type Side, startSide } from './sideProcess.ts';
import type { Row } from './table.ts';
import { addWorktree } from './worktree.ts';

/** What is asked, and how often; in turn, so many at a time. */
const QUERIES = [
  { what: 'lookup', title: 'primary-key lookup', times: 2_000 },
  { what: 'queue', title: 'queue page of 50', times: 500 },
  { what: 'search', title: 'search as typed, 50 results', times: 2_000 },
] as const;
const PORTION = 50;

/** What was measured in the commit and in this tree. */
type Both<T> = readonly [there: T, here: T];
type EngineSide = Side<Step, StepResult>;

/**
 * Measures storing, lists and search of the commit `revision` and of this tree with the same code, corpus and packages, in turn, so
 * that the load of the machine affects both alike.
 */
export async function measureAgainst(
  revision: string,
  dir: string,
  stored: Omit<Corpus, 'writers'>,
): Promise<Row[]> {
  const carried = ['bench', 'scripts'];
  const worktree = addWorktree(projectFolder, revision, { dir: join(dir, 'worktree'), carried });
  const start = (tree: string) => startSide<Step, StepResult>(tree, 'bench/side.ts');
  const sides = [start(worktree.dir), start(projectFolder)] as const;
  try {
    const rows: Row[] = [['messages', String(stored.total), `${revision} | here | here to ${revision}`]];
    rows.push(...(await measureWriters(sides, dir, { ...stored, writers: 'anybody' })));
    rows.push(...(await measureWriters(sides, dir, { ...stored, writers: 'ofLate' })));
    return rows;
  } finally {
    for (const side of sides) side.end();
    worktree.remove();
  }
}

interface Corpus {
  readonly total: number;
  /** How many are stored at a time. */
  readonly size: number;
  readonly writers: Writers;
}

async function measureWriters(sides: Both<EngineSide>, dir: string, corpus: Corpus): Promise<Row[]> {
  const folder = join(dir, corpus.writers);
  const rows = await measureIngest(sides, folder, corpus);
  for (const { what, title, times } of QUERIES) {
    const [there, here] = await measureQuery(sides, { do: 'query', what, times: PORTION }, times / PORTION);
    rows.push(
      toRow(
        title,
        percentiles(there, ({ ms }) => ms),
        percentiles(here, ({ ms }) => ms),
      ),
      toRow(
        'by processor time',
        percentiles(there, ({ processorMs }) => processorMs),
        percentiles(here, ({ processorMs }) => processorMs),
      ),
    );
  }
  await takeBoth(sides, { do: 'close' });
  return [[`written by ${corpus.writers === 'anybody' ? 'anybody' : 'people of late'}`, '', ''], ...rows];
}

async function measureIngest(sides: Both<EngineSide>, folder: string, corpus: Corpus): Promise<Row[]> {
  for (const [n, side] of sides.entries()) {
    await side.take({ do: 'open', dir: `${folder}-${n}`, ...corpus });
  }
  const index = indexOnly(`${folder}.index.sqlite`);
  let indexed = nothingSpent;
  let [there, here] = [nothingSpent, nothingSpent];
  let frames: Both<number> = [0, 0];
  let turn = 0;
  for (const batch of batchesOf({ from: 0, to: corpus.total, ...corpus }, seededRandom(7))) {
    indexed = add(indexed, await spentOn(() => index(batch)));
    const [before, now] = await takeBoth(sides, { do: 'store' }, turn % 2 === 1);
    there = add(there, before.spent[0]);
    here = add(here, now.spent[0]);
    frames = [before.frames, now.frames];
    turn += 1;
  }
  const { total } = corpus;
  return [
    toRow('stored, relative to the index alone', [indexed.ms / there.ms], [indexed.ms / here.ms]),
    toRow(
      'by processor time',
      [indexed.processorMs / there.processorMs],
      [indexed.processorMs / here.processorMs],
    ),
    toRow('frames of the log for a message', [frames[0] / total], [frames[1] / total]),
  ];
}

async function measureQuery(sides: Both<EngineSide>, step: Step, portions: number): Promise<Both<Spent[]>> {
  const there: Spent[] = [];
  const here: Spent[] = [];
  for (let turn = 0; turn < portions; turn += 1) {
    const [before, now] = await takeBoth(sides, step, turn % 2 === 1);
    there.push(...before.spent);
    here.push(...now.spent);
  }
  return [there, here];
}

/** Lets both take a step, one after the other. */
async function takeBoth([there, here]: Both<EngineSide>, step: Step, isHereFirst = false) {
  if (!isHereFirst) return [await there.take(step), await here.take(step)] as const;
  const now = await here.take(step);
  return [await there.take(step), now] as const;
}

function percentiles(spent: readonly Spent[], of: (spent: Spent) => number): number[] {
  const { p50, p95, p99, max } = toPercentiles(spent.map(of));
  return [p50, p95, p99, max];
}

const toRow = (title: string, there: readonly number[], here: readonly number[]): Row => [
  title,
  `${toList(there, 3)} | ${toList(here, 3)}`,
  toList(
    here.map((value, n) => value / (there[n] ?? 0)),
    2,
  ),
];

const toList = (values: readonly number[], digits: number) =>
  values.map((value) => value.toFixed(digits)).join(' / ');
