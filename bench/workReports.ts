import { join } from 'node:path';
import { exportWork } from '#engine/reports/exportWork.ts';
import { groupWork } from '#engine/reports/groupWork.ts';
import { listWork } from '#engine/reports/listWork.ts';
import { reportWork } from '#engine/reports/reportWork.ts';
import type { Db } from '#engine/store/open.ts';
import { get } from '#engine/store/sql.ts';
import type { Clock } from '#shared/clock.ts';
import { WorkGrouping } from '#shared/domain/workReport.ts';
import type { Result } from '#shared/result.ts';
import { DAY_MS } from '#shared/time.ts';
import { collect, type Spent, spentOn, toCell, toPercentiles } from './measure.ts';
import { type Row, toMb } from './table.ts';
import { END, fillWork, START } from './workArchive.ts';
import { openWorkspace } from './workspace.ts';

/** How often each report is asked for; PERCH_BENCH_CALLS has another number, as for a commit that takes minutes. */
const CALLS = Number(process.env.PERCH_BENCH_CALLS ?? 40);
const clock: Clock = { now: () => END, elapsedMs: () => performance.now(), after: () => () => {} };

const until = (days: number) => ({ from: END - days * DAY_MS, to: END + DAY_MS });
const year = { ...until(365), compareWith: { from: END - 730 * DAY_MS, to: END - 365 * DAY_MS } };
const always = { from: START, to: END + DAY_MS };

type Call = () => Result<unknown, unknown> | Promise<Result<unknown, unknown>>;

/** How long reports of the work take over `total` messages of five years, and for how long at a time they block the engine. */
export async function measureWorkReports(dir: string, total: number): Promise<Row[]> {
  const db = openWorkspace(join(dir, 'workspace'));
  fillWork(db, total);
  const before = collect();
  const first = await measureBlocks(() => reportWork({ db, clock }, { ...until(7), step: 'day' }));
  const after = collect();
  const rows: Row[] = [];
  for (const [name, call, calls] of toReports(db)) rows.push(...(await measureCalls(name, call, calls)));
  const messages = get<{ n: number }>(db, 'SELECT count(*) AS n FROM messages')?.n;
  db.close();
  return [
    ['messages', String(messages), ''],
    ['the first report after a start, ms', first.total.ms.toFixed(0), ''],
    ['  by processor time', first.total.processorMs.toFixed(0), ''],
    ['  at a time', toCell(toPercentiles(first.blocks.map(({ ms }) => ms))), ''],
    [
      '  at a time, by processor time',
      toCell(toPercentiles(first.blocks.map((b) => b.processorMs))),
      'max <= 50',
    ],
    [
      '  memory that it keeps',
      `${toMb(after.heap - before.heap)} heap, ${toMb(after.buffers - before.buffers)} buffers`,
      '',
    ],
    ...rows,
  ];
}

function toReports(db: Db): [string, Call, number?][] {
  const ctx = { db, clock };
  return [
    ['a week by day', () => reportWork(ctx, { ...until(7), step: 'day' })],
    ['a month by day', () => reportWork(ctx, { ...until(30), step: 'day' })],
    ['a year by week, and the one before', () => reportWork(ctx, { ...year, step: 'week' })],
    ['five years by day', () => reportWork(ctx, { ...always, step: 'day' })],
    ['five years by month', () => reportWork(ctx, { ...always, step: 'month' })],
    ...WorkGrouping.options.map((groupBy): [string, Call] => [
      `five years by ${groupBy}`,
      () => groupWork(ctx, { ...always, groupBy }),
    ]),
    [
      'the 100 slowest first replies of five years',
      () => listWork(ctx, { ...always, figure: 'firstReply', limit: 100 }),
    ],
    [
      'five years by day, as known half-way',
      () => reportWork(ctx, { ...always, step: 'day', asKnownOn: (START + END) / 2 }),
    ],
    ['table of five years by day', () => exportWork(ctx, { ...always, groupBy: 'day', delimiter: ';' })],
    ['table of five years by agent', () => exportWork(ctx, { ...always, groupBy: 'agent', delimiter: ';' })],
  ];
}

async function measureCalls(name: string, call: Call, calls = CALLS): Promise<Row[]> {
  const spent: Spent[] = [];
  for (let n = 0; n < calls; n += 1) {
    const one = await spentOn(async () => {
      const result = await call();
      if (!result.ok) throw new Error(JSON.stringify(result.error));
    });
    spent.push(one);
  }
  return [
    [name, toCell(toPercentiles(spent.map(({ ms }) => ms))), 'p95 <= 100'],
    ['  by processor time', toCell(toPercentiles(spent.map(({ processorMs }) => processorMs))), ''],
  ];
}

/** What a call takes in all, and between the turns that it lets others have. */
async function measureBlocks(
  call: Call,
): Promise<{ readonly total: Spent; readonly blocks: readonly Spent[] }> {
  const blocks: Spent[] = [];
  let isDone = false;
  const watched = (async () => {
    while (!isDone) blocks.push(await spentOn(() => new Promise(setImmediate)));
  })();
  const total = await spentOn(call);
  isDone = true;
  await watched;
  return { total, blocks };
}
