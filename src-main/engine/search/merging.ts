import { SECOND_MS } from '#shared/time.ts';
import { createBatchSize, PAUSE_MS } from '../context/batchSize.ts';
import type { EngineContext } from '../context/context.ts';
import { mergeIndex } from '../store/searchIndex.ts';
import { countChanges } from '../store/sql.ts';

/** Nothing was written and nobody worked for this long. */
const QUIET_MS = 10 * SECOND_MS;
/** In pages of the file. */
const PAGES = { first: 16, least: 4, most: 64 } as const;

/**
 * Returns a function that merges a little of the index if nothing is written and nobody worked since `usedAt`, of the clock's elapsed
 * time. It returns after how many milliseconds to continue; null if there is nothing to merge, or no quiet yet.
 */
export function createMerging({
  db,
  clock,
}: Pick<EngineContext, 'db' | 'clock'>): (usedAt: number) => number | null {
  const size = createBatchSize(PAGES);
  let changes = countChanges(db);
  let changedAt = clock.elapsedMs();
  let isMerged = false;
  return (usedAt) => {
    const start = clock.elapsedMs();
    if (countChanges(db) !== changes) {
      changes = countChanges(db);
      changedAt = start;
      isMerged = false;
    }
    if (isMerged || start - Math.max(usedAt, changedAt) < QUIET_MS) return null;
    // Stays so if merging fails, as on a full disk: it is tried again when something was written.
    isMerged = true;
    isMerged = !mergeIndex(db, size.get());
    changes = countChanges(db);
    size.took(clock.elapsedMs() - start);
    return isMerged ? null : PAUSE_MS;
  };
}
