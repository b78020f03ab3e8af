import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { Db } from '#engine/store/open.ts';
import { get } from '#engine/store/sql.ts';
import { exportResponses } from '#engine/surveys/exportResponses.ts';
import { reportSurveys } from '#engine/surveys/figures/reportSurveys.ts';
import type { Clock } from '#shared/clock.ts';
import { SurveyGrouping } from '#shared/domain/surveyReport.ts';
import { DAY_MS } from '#shared/time.ts';
import {
  type Percentiles,
  type Spent,
  spentOn,
  timed,
  timedByProcessor,
  toCell,
  toPercentiles,
} from './measure.ts';
import { END, fillSurveys, START } from './surveyArchive.ts';
import { type Row, toMb } from './table.ts';
import { openWorkspace } from './workspace.ts';

const CALLS = 60;
const EXPORTS = 5;
const clock: Clock = { now: () => END, elapsedMs: () => performance.now(), after: () => () => {} };
const MIDDLE = (START + END) / 2;

type Input = Parameters<typeof reportSurveys>[1];

/** How long reports take over two years of `total` surveys, each in a conversation with ten messages. */
export async function measureSurveyReports(dir: string, total: number): Promise<Row[]> {
  const db = openWorkspace(join(dir, 'workspace'));
  fillSurveys(db, total);
  const always = { from: START, to: END + DAY_MS };
  const reports: [string, Input][] = [
    ['in total', always],
    ...SurveyGrouping.options.map((groupBy): [string, Input] => [`by ${groupBy}`, { ...always, groupBy }]),
    ['by day, as known half-way', { ...always, groupBy: 'day', asKnownOn: MIDDLE }],
    ['by agent, as known half-way', { ...always, groupBy: 'agent', asKnownOn: MIDDLE }],
    ['one year and the one before', { from: MIDDLE, to: always.to, compareWith: { from: 0, to: MIDDLE } }],
    ['the last 30 days, by day', { from: END - 30 * DAY_MS, to: always.to, groupBy: 'day' }],
  ];
  const rows = reports.flatMap(([name, input]): Row[] => {
    const { byClock, byProcessor } = measureReport(db, input);
    return [
      [name, toCell(byClock), 'p95 <= 50'],
      ['  by processor time', toCell(byProcessor), ''],
    ];
  });
  const messages = get<{ n: number }>(db, 'SELECT count(*) AS n FROM messages')?.n;
  const surveys = get<{ n: number }>(db, 'SELECT count(*) AS n FROM surveys')?.n;
  const exported = await measureExport(db, always);
  db.close();
  return [['surveys, messages', `${surveys}, ${messages}`, ''], ...rows, ...exported];
}

/** How long the export of all responses takes, and how long at a time the engine can do nothing else. */
async function measureExport(db: Db, period: Pick<Input, 'from' | 'to'>): Promise<Row[]> {
  const blocks: Spent[] = [];
  let isDone = false;
  const watched = (async () => {
    while (!isDone) blocks.push(await spentOn(() => new Promise(setImmediate)));
  })();
  let table = '';
  const exports: Spent[] = [];
  for (let n = 0; n < EXPORTS; n += 1) {
    const spent = await spentOn(async () => {
      table = await exportResponses({ db }, { ...period, delimiter: ';' });
    });
    exports.push(spent);
  }
  isDone = true;
  await watched;
  const size = toMb(Buffer.byteLength(table));
  const handedOver = timedByProcessor(() => serialize(table));
  const asJson = timedByProcessor(() => JSON.stringify(table));
  return [
    [`export of all responses (${size})`, toCell(toPercentiles(exports.map(({ ms }) => ms))), ''],
    ['  by processor time', toCell(toPercentiles(exports.map(({ processorMs }) => processorMs))), ''],
    ['  at a time', toCell(toPercentiles(blocks.map(({ ms }) => ms))), 'max <= 50'],
    ['  by processor time', toCell(toPercentiles(blocks.map(({ processorMs }) => processorMs))), 'max <= 50'],
    ['  handed to the window, by processor time', handedOver.ms.toFixed(1), '<= 50'],
    ['  written to stdout, by processor time', asJson.ms.toFixed(1), ''],
  ];
}

function measureReport(db: Db, input: Input): Record<'byClock' | 'byProcessor', Percentiles> {
  const calls = Array.from({ length: CALLS }, () => {
    const { ms, value } = timed(() => timedByProcessor(() => reportSurveys({ db, clock }, input)));
    if (!value.value.ok) throw new Error(JSON.stringify(value.value.error));
    return { byClock: ms, byProcessor: value.ms };
  });
  return {
    byClock: toPercentiles(calls.map(({ byClock }) => byClock)),
    byProcessor: toPercentiles(calls.map(({ byProcessor }) => byProcessor)),
  };
}
