import { createCountedTime } from '#shared/domain/officeCalendar.ts';
import { MINUTE_MS } from '#shared/time.ts';
import type { Db } from '../store/open.ts';
import { listSettingsChanges } from '../store/pastSettings.ts';
import { getSettings } from '../store/settings.ts';

/** How long something took in the office hours that were in force when it ended, and the target of then; in milliseconds. */
export type Measure = (since: number, until: number) => { readonly ms: number; readonly targetMs: number };

/** What the log knows to have been set until a time; what it does not mention was always as it is now. */
export function createMeasure(db: Db, asKnownOn: number): Measure {
  const changes = listSettingsChanges(db, asKnownOn);
  const now = getSettings(db);
  const hours = changes.some(({ officeHours }) => officeHours !== undefined) ? null : now.officeHours;
  const hasTarget = changes.some(({ targetMinutes }) => targetMinutes !== undefined);
  const target = hasTarget ? DEFAULT_TARGET : now.responseTargetMinutes;
  let last = { from: Number.NEGATIVE_INFINITY, time: createCountedTime(hours), target };
  const eras = [last];
  for (const { at, officeHours, targetMinutes } of changes) {
    const time = officeHours === undefined ? last.time : createCountedTime(officeHours);
    last = { from: at, time, target: targetMinutes ?? last.target };
    eras.push(last);
  }
  return (since, until) => {
    const era = eras.findLast(({ from }) => from <= until) ?? last;
    return { ms: era.time.openTimeBetween(since, until), targetMs: era.target * MINUTE_MS };
  };
}

/** The target of a workspace in minutes until somebody sets another one. */
const DEFAULT_TARGET = 60;
