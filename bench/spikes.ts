import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import { createSpikeWatch } from '#engine/listening/spikes/spikeWatch.ts';
import { insertHit } from '#engine/store/hits.ts';
import type { Db } from '#engine/store/open.ts';
import { putSavedSearch } from '#engine/store/savedSearches.ts';
import { listPostRows } from '#engine/store/slotCounts.ts';
import { getSource, putSource, type SourceId, toSearchSource } from '#engine/store/sources.ts';
import { inTransaction } from '#engine/store/sql.ts';
import { toFirstSnowflake } from '#engine/x/snowflake.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { batchesOf, seededRandom } from './corpus.ts';
import { captureAll, compareIngest } from './ingest.ts';
import { timed, timedByProcessor, toCell, toPercentiles } from './measure.ts';
import type { Row } from './table.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

const SEARCHES = 10;
/** One post in so many is a hit of each saved search. */
const HIT_EVERY = 20;
/** As long as baselines look back, and a week. */
const PAST_MS = 63 * DAY_MS;
const CYCLE_MS = 2 * MINUTE_MS;
/** A day of poll cycles. */
const CYCLES = DAY_MS / CYCLE_MS;

const terms = { all: ['parcel'], any: [], phrases: [], hashtags: [], none: [], lang: null };
const searchIds = Array.from({ length: SEARCHES }, (_, n) => `search-${n}`);

/** Measures the watch for spikes over mentions and ten saved searches with `total` messages of nine weeks, after each poll cycle of a day. */
export async function measureSpikes(dir: string, total: number): Promise<Row[]> {
  const db = openWorkspace(dir);
  const start = Date.now() - PAST_MS;
  await fill(db, total, start);
  let now = start + PAST_MS - DAY_MS;
  const ctx = createCaptureContext(db);
  const watch = createSpikeWatch({ ...ctx, clock: { ...ctx.clock, now: () => now } });
  const sources: SourceId[] = ['mentions', ...searchIds.map(toSearchSource)];
  const poll = () => {
    now += CYCLE_MS;
    for (const id of sources)
      putSource(db, { ...getSource(db, id), capturedFrom: start, capturedThrough: now });
  };
  poll();
  const first = timed(watch);
  const cycles = Array.from({ length: CYCLES }, () => {
    poll();
    const { ms, value } = timedByProcessor(() => timed(watch));
    return { processorMs: ms, ms: value.ms };
  });
  db.close();
  return [
    ['messages of nine weeks', String(total), ''],
    ['the first cycle, which counts them', `${first.ms.toFixed(0)} ms`, ''],
    ['a cycle', toCell(toPercentiles(cycles.map(({ ms }) => ms))), 'p95 <= 1'],
    ['on average', `${mean(cycles.map(({ ms }) => ms)).toFixed(3)} ms`, '<= 1'],
    ['by processor time', `${mean(cycles.map(({ processorMs }) => processorMs)).toFixed(3)} ms`, ''],
  ];
}

async function fill(db: Db, total: number, start: number): Promise<void> {
  const random = seededRandom(17);
  await compareIngest([captureAll(createCaptureContext(db))], spread(total, start, random));
  inTransaction(db, () => {
    for (const id of searchIds)
      putSavedSearch(db, { id, name: id, terms, takesAll: false, createdAt: start });
    for (const row of listPostRows(db, 'mentions', start, start + PAST_MS))
      for (const id of searchIds) if (random() * HIT_EVERY < 1) insertHit(db, id, row);
  });
}

/** The messages of a corpus at even intervals from `start` on. */
function* spread(total: number, start: number, random: () => number): Iterable<readonly CapturedMessage[]> {
  let n = 0;
  for (const batch of batchesOf({ from: 0, to: total, total, writers: 'ofLate' }, random))
    yield batch.map((message) => {
      const at = start + Math.floor((n++ * PAST_MS) / total);
      const xId = toFirstSnowflake(at);
      return { ...message, at, xId, versionXId: xId, threadId: xId };
    });
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
