import { createCountedTime } from '#shared/domain/officeCalendar.ts';
import type { OfficeHours } from '#shared/domain/officeHours.ts';
import type { Db } from '../store/open.ts';
import { listSettingsChanges } from '../store/pastSettings.ts';
import { getSettings } from '../store/settings.ts';

/** How long something took in the office hours that were in force when it ended, in milliseconds. */
export type Measure = (since: number, until: number) => number;

/** Office hours, null for around the clock, and from when they are in force. */
interface Era {
  readonly from: number;
  readonly officeHours: OfficeHours | null;
}

/** The office hours of all times, the earliest first; what the log does not mention was always as it is now. */
export function listEras(db: Db): readonly Era[] {
  const changes = listSettingsChanges(db, Number.MAX_SAFE_INTEGER).flatMap(({ at, officeHours }) =>
    officeHours === undefined ? [] : [{ from: at, officeHours }],
  );
  const first = changes.length > 0 ? null : getSettings(db).officeHours;
  return [{ from: Number.MIN_SAFE_INTEGER, officeHours: first }, ...changes];
}

export function createMeasure(eras: readonly Era[]): Measure {
  const counted = eras.map(({ from, officeHours }) => ({ from, time: createCountedTime(officeHours) }));
  return (since, until) =>
    counted.findLast(({ from }) => from <= until)?.time.openTimeBetween(since, until) ?? until - since;
}
