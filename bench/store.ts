import { join } from 'node:path';
import { mergeIndex } from '#engine/store/searchIndex.ts';
import { batchesOf, seededRandom, type Writers } from './corpus.ts';
import { bareInsert, captureAll, compareIngest, indexOnly } from './ingest.ts';
import { toCell } from './measure.ts';
import { measureQueries, measureSearch } from './queryTimes.ts';
import { type Row, rate, ratio } from './table.ts';
import { countWalFrames } from './walFrames.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

/** Measures storing and reading of `total` messages. */
export async function measureStore(dir: string, total: number): Promise<Row[]> {
  const anybody = await measureIngest(join(dir, 'anybody'), total, 'anybody');
  const ofLate = await measureIngest(join(dir, 'ofLate'), total, 'ofLate');
  const db = openWorkspace(join(dir, 'anybody'));
  const { lookup, queue, filtered, counts, countWaiting, history, search } = measureQueries(db);
  while (mergeIndex(db, 500));
  const merged = measureSearch(db);
  db.close();
  return [
    ['messages', String(total), ''],
    ...anybody,
    ...ofLate.slice(2).map(([what, ...cells]): Row => [`${what}, of people who wrote of late`, ...cells]),
    ['primary-key lookup', toCell(lookup), ''],
    ['queue page of 50, ratio to lookup', `${toCell(queue)}, ${ratio(queue.p50, lookup.p50)}`, '<= 20'],
    ['page of a filter that selects nothing', toCell(filtered), 'p95 <= 200'],
    ['counts of all views', toCell(counts), 'p95 <= 200'],
    ['count of those who wait and are unread', toCell(countWaiting), 'p95 <= 200'],
    ['history page of 50', toCell(history), ''],
    ['search, 50 results', toCell(search), ''],
    ['the same, index merged', toCell(merged), ''],
  ];
}

async function measureIngest(workspace: string, total: number, writers: Writers): Promise<Row[]> {
  const db = openWorkspace(workspace);
  const frames = countWalFrames(db);
  const ways = [
    bareInsert(`${workspace}.bare.sqlite`),
    indexOnly(`${workspace}.index.sqlite`),
    captureAll(createCaptureContext(db), frames.count),
  ];
  const [bare, index, all] = await compareIngest(
    ways,
    batchesOf({ from: 0, to: total, total, writers }, seededRandom(7)),
  );
  frames.close();
  db.close();
  return [
    ['bare insert', rate(total, bare), ''],
    [
      'full-text index only, ratio to bare insert',
      `${rate(total, index)}, ${ratio(bare?.ms, index?.ms)}`,
      '',
    ],
    [
      'capture and threading, ratio to index only',
      `${rate(total, all)}, ${ratio(index?.ms, all?.ms)}`,
      '>= .5',
    ],
    ['by processor time', ratio(index?.processorMs, all?.processorMs), ''],
    ['frames of the write-ahead log for a message', ratio(frames.total(), total), ''],
  ];
}
