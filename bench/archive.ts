import { join } from 'node:path';
import { closeStore, type Db } from '#engine/store/open.ts';
import { build } from '../scripts/build/build.ts';
import { projectFolder } from '../scripts/projectFolder.ts';
import { batchesOf, seededRandom } from './corpus.ts';
import { echo, measureResidentBytes, serving, startInTurn } from './engineProcess.ts';
import { captureAll, compareIngest } from './ingest.ts';
import { add, timed, toCell } from './measure.ts';
import { measureFrequent, measureHitPages } from './queryTimes.ts';
import { engineLimits } from './sideProcess.ts';
import { toEngine } from './start.ts';
import { type Row, ratio, toMb } from './table.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

/**
 * Measures the archive of a busy team after some years, built with the engine's own code; and its searches also when it had a hundredth
 * and a tenth of its messages.
 */
export async function measureArchive(dir: string, total: number): Promise<Row[]> {
  await build();
  const workspace = join(dir, 'large');
  const db = openWorkspace(workspace);
  const { tenths, sizes, queries } = await growStore(db, total);
  const hits = measureHitPages(db);
  closeStore(db);
  const opened = timed(() => openWorkspace(workspace));
  closeStore(opened.value);
  const engine = [...engineLimits, toEngine(projectFolder), ...serving(workspace)];
  const [bare, started] = await startInTurn([echo, engine], 5);
  const residentBytes = await measureResidentBytes(engine);
  const [, small, large] = queries;
  return [
    ['messages', String(total), ''],
    ['ingest rate, last to first tenth', ratio(tenths[0]?.ms, tenths.at(-1)?.ms), '>= .6'],
    ['by processor time', ratio(tenths[0]?.processorMs, tenths.at(-1)?.processorMs), ''],
    ...queries.map(
      ({ search }, n): Row => [`search, 50 results of ${sizes[n]} messages`, toCell(search), ''],
    ),
    ['search p95, full archive to a tenth of it', ratio(large?.search.p95, small?.search.p95), '<= 2'],
    ['last page of the hits of a frequent word, to the first', ratio(hits.last.p50, hits.first.p50), '<= 2'],
    ['primary-key lookup', toCell(large.lookup), ''],
    ['queue page of 50, ratio to lookup', ratio(large.queue.p50, large.lookup.p50), '<= 16'],
    ['history page of 50', toCell(large.history), ''],
    ['opening the store', `${opened.ms.toFixed(1)} ms`, ''],
    ['engine, start to first queue page, to bare Node', ratio(started?.ms, bare?.ms), '<= 2.3'],
    ['engine, resident memory', toMb(residentBytes), '<= 120 MB'],
  ];
}

/** Stores `total` messages, and asks when there are a hundredth, a tenth and all of them. Returns also what each tenth spent. */
async function growStore(db: Db, total: number) {
  const random = seededRandom(7);
  const store = captureAll(createCaptureContext(db));
  const grow = async (from: number, to: number) => {
    const [spent] = await compareIngest([store], batchesOf({ from, to, total }, random));
    return add(spent);
  };
  const tenth = total / 10;
  const sizes = [tenth / 10, tenth, total] as const;
  const first = await grow(0, sizes[0]);
  const few = measureFrequent(db);
  const tenths = [add(first, await grow(sizes[0], tenth))];
  const some = measureFrequent(db);
  for (let from = tenth; from < total; from += tenth) {
    tenths.push(await grow(from, from + tenth));
    console.error(`${from + tenth} messages`);
  }
  return { tenths, sizes, queries: [few, some, measureFrequent(db)] as const };
}
