import { join } from 'node:path';
import { build } from '../scripts/build/build.ts';
import { projectFolder } from '../scripts/projectFolder.ts';
import { batchesOf, seededRandom } from './corpus.ts';
import { echo, measureResidentBytes, serving, startInTurn } from './engineProcess.ts';
import { captureAll, compareIngest } from './ingest.ts';
import { type Spent, timed, toCell } from './measure.ts';
import { measureQueries } from './queryTimes.ts';
import { toEngine } from './start.ts';
import { type Row, ratio, toMb } from './table.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

/** Measures the archive of a busy team after some years, built with the engine's own code. */
export async function measureArchive(dir: string, total: number): Promise<Row[]> {
  await build();
  const random = seededRandom(7);
  const tenth = total / 10;
  const workspace = join(dir, 'large');
  const db = openWorkspace(workspace);
  const store = captureAll(createCaptureContext(db));
  const spent: Spent[] = [];
  const grow = async (from: number, to: number) => {
    spent.push(...(await compareIngest([store], batchesOf({ from, to, total }, random))));
  };
  await grow(0, tenth);
  const small = measureQueries(db);
  for (let from = tenth; from < total; from += tenth) await grow(from, from + tenth);
  const large = measureQueries(db);
  db.close();
  const opened = timed(() => openWorkspace(workspace));
  opened.value.close();
  const engine = [toEngine(projectFolder), ...serving(workspace)];
  const [bare, started] = await startInTurn([echo, engine], 5);
  const residentBytes = await measureResidentBytes(engine);
  const growth = large.search.p95 / small.search.p95;
  return [
    ['messages', String(total), ''],
    ['ingest rate, last to first tenth', ratio(spent[0]?.ms, spent.at(-1)?.ms), '>= .6'],
    ['by processor time', ratio(spent[0]?.processorMs, spent.at(-1)?.processorMs), ''],
    ['search, 50 results', toCell(large.search), 'p95 <= 5, p99 <= 12, max <= 16'],
    ['search p95, full archive to a tenth of it', growth.toFixed(2), '<= 3'],
    ['primary-key lookup', toCell(large.lookup), ''],
    ['queue page of 50, ratio to lookup', ratio(large.queue.p50, large.lookup.p50), '<= 20'],
    ['history page of 50', toCell(large.history), ''],
    ['opening the store', `${opened.ms.toFixed(1)} ms`, ''],
    ['engine, start to first queue page, to bare Node', ratio(started?.ms, bare?.ms), '<= 2.3'],
    ['engine, resident memory', toMb(residentBytes), '<= 150 MB'],
  ];
}
