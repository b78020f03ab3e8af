import { DAY_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { createBatchSize, PAUSE_MS } from '../context/batchSize.ts';
import type { EngineContext } from '../context/context.ts';
import { watchUse } from '../context/watchUse.ts';
import { isUneven } from '../store/indexParts.ts';
import {
  beginIndexBuild,
  checkNextOfIndex,
  getIndexProgress,
  indexNextMessages,
  indexWaiting,
  isFoldedOtherwise,
  isIndexBuilt,
  isIndexUnchecked,
} from '../store/searchIndex.ts';
import { createMerging } from './merging.ts';

/** The service that keeps the search index whole. */
export interface Indexing {
  /** Takes note of a call from outside: the check of the index waits until nobody works with Perch. */
  readonly onCall: (method: string) => void;
  /** Ends it, with everything indexed that waited. */
  readonly stop: () => void;
}

/** In messages. */
const BATCH_SIZES = { first: 100, least: 10, most: 500 } as const;
/** Progress is notified at most this often. */
const NOTIFY_MS = 500;
/** How often to see whether there is something to do; after a failure less often. */
const REST_MS = 5 * SECOND_MS;
const RETRY_MS = MINUTE_MS;
const CHECK_AFTER_MS = 7 * DAY_MS;

/**
 * Indexes within seconds what was stored. Builds the search index in batches where that is due: after an update changed it, or because
 * it does not match the messages; goes on where an earlier engine stopped. Merges its segments while nothing is written. While nobody works with Perch, it is compared with the
 * messages once a week, part by part, and built again if one part has most of them.
 */
export function startIndexing(ctx: Pick<EngineContext, 'db' | 'clock' | 'log' | 'emit'>): Indexing {
  const { db, clock, log } = ctx;
  const build = createBuild(ctx);
  const merge = createMerging(ctx);
  const use = watchUse(clock);
  const work = (): number => {
    if (isFoldedOtherwise(db)) beginIndexBuild(db);
    indexWaiting(db);
    if (!isIndexBuilt(db)) return build();
    const mergeAfterMs = merge(use.lastAt());
    if (mergeAfterMs !== null) return mergeAfterMs;
    // Each part that is checked blocks the engine, for up to a second.
    if (use.isOver() && isUneven(db)) beginIndexBuild(db);
    else if (use.isOver()) checkIfDue(ctx);
    return REST_MS;
  };
  const attempt = <T>(some: () => T): T | null => {
    try {
      return some();
    } catch (cause) {
      log('search.indexingFailed', { cause: String(cause) });
      return null;
    }
  };
  const end = repeat(clock, () => attempt(work) ?? RETRY_MS);
  return {
    onCall: use.onCall,
    stop: () => {
      end();
      attempt(() => indexWaiting(db));
    },
  };
}

/** Compares a part of the index with the messages if that is due. */
function checkIfDue({ db, clock, log }: Pick<EngineContext, 'db' | 'clock' | 'log'>): void {
  const now = clock.now();
  // Another version of Unicode folds characters that were new to the last one.
  const { unicode = '' } = process.versions;
  if (!isIndexUnchecked(db, now - CHECK_AFTER_MS, unicode)) return;
  const matches = checkNextOfIndex(db, now - CHECK_AFTER_MS, now, unicode);
  log(matches ? 'search.indexChecked' : 'search.indexDamaged', { ms: clock.now() - now });
}

/** Returns a function that indexes a batch and returns after how many milliseconds to continue. */
function createBuild({ db, clock, log, emit }: Pick<EngineContext, 'db' | 'clock' | 'log' | 'emit'>) {
  const size = createBatchSize(BATCH_SIZES);
  let notifiedAt = Number.NEGATIVE_INFINITY;
  return (): number => {
    const start = clock.elapsedMs();
    indexNextMessages(db, size.get());
    const now = clock.elapsedMs();
    size.took(now - start);
    const isDone = isIndexBuilt(db);
    if (isDone || now - notifiedAt >= NOTIFY_MS) {
      notifiedAt = now;
      emit({ name: 'search.indexing', params: getIndexProgress(db) });
    }
    if (isDone) log('search.indexBuilt', { ...getIndexProgress(db) });
    return isDone ? REST_MS : PAUSE_MS;
  };
}

/** Runs `work` now and then as long after each run as it returns, until the returned function is called. */
function repeat(clock: EngineContext['clock'], work: () => number): () => void {
  let cancel = () => {};
  const tick = () => {
    cancel = clock.after(work(), tick);
  };
  cancel = clock.after(0, tick);
  return () => cancel();
}
