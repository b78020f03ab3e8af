import { join } from 'node:path';
import { build } from '../scripts/build/build.ts';
import { projectFolder } from '../scripts/projectFolder.ts';
import { batchesOf, seeded } from './corpus.ts';
import { measureEngine } from './engineStart.ts';
import { captureAll, compareIngest } from './ingest.ts';
import { timed, toCell } from './measure.ts';
import { readAll } from './readings.ts';
import { type Row, ratio, toMb } from './table.ts';
import { openWorkspace, toContext } from './workspace.ts';

/** The archive of a busy team after some years, built by the engine's own code. */
export async function measureLarge(dir: string, total: number): Promise<Row[]> {
  await build();
  const random = seeded(7);
  const stretch = total / 10;
  const workspace = join(dir, 'large');
  const db = openWorkspace(workspace);
  const store = captureAll(toContext(db));
  const rates: number[] = [];
  const grow = async (from: number, to: number) => {
    const [perSecond = 0] = await compareIngest([store], batchesOf({ from, to, total }, random));
    rates.push(perSecond);
  };
  await grow(0, stretch);
  const small = readAll(db);
  for (let from = stretch; from < total; from += stretch) await grow(from, from + stretch);
  const large = readAll(db);
  db.close();
  const opened = timed(() => openWorkspace(workspace));
  opened.value.close();
  const engine = await measureEngine(join(projectFolder, 'out/engine/main.js'), workspace);
  const growth = large.search.p95 / small.search.p95;
  return [
    ['messages', String(total), ''],
    ['last tenth stored, of the rate of the first', ratio(rates.at(-1), rates[0]), '>= .6'],
    ['search, 50 results', toCell(large.search), 'p95 <= 5, p99 <= 12, max <= 16'],
    ['search p95, of that at a tenth', growth.toFixed(2), '<= 3'],
    ['primary-key lookup', toCell(large.lookup), ''],
    ['queue page of 50, in lookups', ratio(large.queue.p50, large.lookup.p50), '<= 20'],
    ['history page of 50', toCell(large.history), ''],
    ['opening the store', `${opened.ms.toFixed(1)} ms`, ''],
    ['node to its first answer', `${engine.bareNodeMs.toFixed(0)} ms`, ''],
    ['engine to its first queue page', `${engine.firstPageMs.toFixed(0)} ms`, 'node + 40 ms'],
    ['engine, resident', toMb(engine.residentBytes), '<= 150 MB'],
  ];
}
