import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import type { EngineContext } from '../context.ts';
import { mergeCalls } from '../store/calls.ts';
import { forgetChargedBefore } from '../store/charged.ts';
import { inTransaction } from '../store/sql.ts';
import { toDay } from './calendar.ts';

/** How far back calls are looked at; what lay unmerged for longer stays as it is. */
const LOOK_BACK_MS = 30 * DAY_MS;

/** Keeps the ledger of calls small: one row for the like calls of an hour, once they are a day old. */
export function tidyCalls({ db, clock }: Pick<EngineContext, 'db' | 'clock'>): void {
  const now = clock.now();
  // At whole hours, so that none is put together twice.
  const to = Math.floor((now - DAY_MS) / HOUR_MS) * HOUR_MS;
  inTransaction(db, () => {
    mergeCalls(db, to - LOOK_BACK_MS, to);
    // After a clock was set back its day may not be over.
    forgetChargedBefore(db, toDay(now - DAY_MS));
  });
}
