import { createCountedTime } from '#shared/domain/officeCalendar.ts';
import type { Db } from '../store/open.ts';
import { listSettingsChanges } from '../store/pastSettings.ts';
import { getSettings } from '../store/settings.ts';

/** How long something took in the office hours that were in force when it ended, in milliseconds. */
export type Measure = (since: number, until: number) => number;

/** What the log knows to have been set until a time; what it does not mention was always as it is now. */
export function createMeasure(db: Db, asKnownOn: number): Measure {
  const changes = listSettingsChanges(db, asKnownOn).filter(({ officeHours }) => officeHours !== undefined);
  const first = changes.length > 0 ? null : getSettings(db).officeHours;
  const eras = [
    { from: Number.NEGATIVE_INFINITY, time: createCountedTime(first) },
    ...changes.map(({ at, officeHours }) => ({ from: at, time: createCountedTime(officeHours ?? null) })),
  ];
  return (since, until) =>
    eras.findLast(({ from }) => from <= until)?.time.openTimeBetween(since, until) ?? until - since;
}
