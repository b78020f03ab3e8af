import { engineContract } from '#shared/contract/engine.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import {
  beginIndexBuild,
  checkIndex,
  getIndexProgress,
  indexNextMessages,
  isFoldedOtherwise,
  isIndexComplete,
  isIndexUnchecked,
} from '../store/searchIndex.ts';
import { createBatchSize, PAUSE_MS } from './batchSize.ts';
import { createMerging } from './merging.ts';

/** The service that keeps the search index whole. */
export interface Indexing {
  /** Takes note of a call from outside: the check of the index waits until nobody works with Perch. */
  readonly onCall: (method: string) => void;
  readonly stop: () => void;
}

/** In messages. */
const BATCH_SIZES = { first: 100, least: 10, most: 500 } as const;
/** Progress is notified at most this often. */
const NOTIFY_MS = 500;
/** How often to see whether there is something to do. */
const REST_MS = 5 * SECOND_MS;
/** The check blocks the engine, a second for 150,000 messages, so it waits for this much silence. */
const IDLE_MS = 5 * MINUTE_MS;
const CHECK_AFTER_MS = 7 * DAY_MS;

/**
 * Builds the search index in batches where that is due: after an update changed it, or because it does not match the messages.
 * Goes on where an earlier engine stopped. Merges its parts while nothing is written, and compares it with the messages once a week
 * while nobody works with Perch.
 */
export function startIndexing(ctx: Pick<EngineContext, 'db' | 'clock' | 'log' | 'emit'>): Indexing {
  const { db, clock, log } = ctx;
  const build = createBuild(ctx);
  const merge = createMerging(ctx);
  let usedAt = clock.elapsedMs();
  const work = (): number => {
    if (isFoldedOtherwise(db)) beginIndexBuild(db);
    if (!isIndexComplete(db)) return build();
    const mergeAfterMs = merge(usedAt);
    if (mergeAfterMs !== null) return mergeAfterMs;
    const now = clock.now();
    // Another version of Unicode folds characters that were new to the last one.
    const { unicode = '' } = process.versions;
    if (clock.elapsedMs() - usedAt >= IDLE_MS && isIndexUnchecked(db, now - CHECK_AFTER_MS, unicode)) {
      const matches = checkIndex(db, now, unicode);
      log(matches ? 'search.indexChecked' : 'search.indexDamaged', { ms: clock.now() - now });
    }
    return REST_MS;
  };
  return {
    onCall: (method) => {
      if (isUse(method)) usedAt = clock.elapsedMs();
    },
    stop: repeat(clock, work, (cause) => log('search.indexingFailed', { cause: String(cause) })),
  };
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
    const isDone = isIndexComplete(db);
    if (isDone || now - notifiedAt >= NOTIFY_MS) {
      notifiedAt = now;
      emit({ name: 'search.indexing', params: getIndexProgress(db) });
    }
    if (isDone) log('search.indexBuilt', { ...getIndexProgress(db) });
    return isDone ? REST_MS : PAUSE_MS;
  };
}

/** Runs `work` now and then as long after each run as it returns, until the returned function is called. */
function repeat(
  clock: EngineContext['clock'],
  work: () => number,
  onError: (cause: unknown) => void,
): () => void {
  let cancel = () => {};
  const tick = () => {
    let restMs = REST_MS;
    try {
      restMs = work();
    } catch (cause) {
      onError(cause);
    }
    cancel = clock.after(restMs, tick);
  };
  cancel = clock.after(0, tick);
  return () => cancel();
}

/** Whether somebody searches or works; windows also fetch what they show while nobody is there. */
function isUse(method: string): boolean {
  const known = Object.entries(engineContract).find(([name]) => name === method);
  return method === 'search.messages' || known?.[1].kind === 'command';
}
