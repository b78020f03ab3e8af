import { HOUR_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { updateDueTimes } from './dueTime.ts';

/** The service that counts due times anew, in slices. */
export interface DueTimesCount {
  /** Counts the rest now; call it after a change of the settings. */
  readonly start: () => void;
  readonly stop: () => void;
}

/** The first count, which asks the system for its time zone, waits until the engine has started and responded. */
const START_MS = 1_000;
/** How long the engine is free between two slices. */
const PAUSE_MS = 10;

/**
 * Counts due times where their basis has changed, soon and every hour: the time zone of the computer can change at any time. Emits
 * `settings.changed` when it is done and some have changed, since lists were shown with the times before.
 */
export function startDueTimesCount({
  db,
  clock,
  log,
  emit,
}: Pick<EngineContext, 'db' | 'clock' | 'log' | 'emit'>): DueTimesCount {
  let isCounting = false;
  let changed = 0;
  let cancel = () => {};
  const count = (): number => {
    const slice = updateDueTimes(db);
    changed += slice.changed;
    isCounting = !slice.isLast;
    if (isCounting) return PAUSE_MS;
    if (changed > 0) emit({ name: 'settings.changed', params: {} });
    changed = 0;
    return HOUR_MS;
  };
  const tick = () => {
    let restMs = HOUR_MS;
    try {
      restMs = count();
    } catch (cause) {
      log('dueTimes.failed', { cause: String(cause) });
    }
    cancel();
    cancel = clock.after(restMs, tick);
  };
  cancel = clock.after(START_MS, tick);
  return {
    start: () => {
      if (isCounting) return;
      cancel();
      cancel = clock.after(PAUSE_MS, tick);
    },
    stop: () => cancel(),
  };
}
