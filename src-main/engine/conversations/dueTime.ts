import { z } from 'zod';
import { createCountedTime } from '#shared/domain/officeCalendar.ts';
import type { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { type DueTimes, listWaiting, setDueTimes } from '../store/dueTimes.ts';
import type { Db } from '../store/open.ts';
import { deleteSetting, getSetting, getSettings, putSetting } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';

type DueSettings = Pick<WorkspaceSettings, 'responseTargetMinutes' | 'officeHours'>;

/**
 * Returns a function from the time of the oldest message that waits for a reply to the due time: `responseTargetMinutes` later,
 * counted in office hours. It is late when twice the target has passed, counted in the same way. All in epoch ms. While no
 * message waits, and while the conversation is pending or resolved, there is no due time.
 */
export function createDueTimes(settings: DueSettings): (waitingSince: number) => DueTimes {
  const targetMs = settings.responseTargetMinutes * MINUTE_MS;
  const { addOpenTime } = createCountedTime(settings.officeHours);
  return (since) => ({ dueAt: addOpenTime(since, targetMs), lateAt: addOpenTime(since, 2 * targetMs) });
}

/** What the stored due times were counted with: a plain value of the table of settings, unknown to the contract. */
const BASIS = 'dueTimesBasis';

/** How far they are counted with another basis; beside it, while they are not all. */
const PROGRESS = 'dueTimesProgress';
const Progress = z.object({ basis: z.string(), waitingSince: z.number(), id: z.string() });

export interface DueTimesSlice {
  /** Whether all are counted. */
  readonly isLast: boolean;
  /** How many conversations got another due time. */
  readonly changed: number;
}

/** So many conversations are counted at once. */
const SLICE = 200;

/**
 * Counts due times anew if what they follow from has changed since: the settings, the time zone of the computer, or what is known
 * about time zones. Counts a slice, those who wait longest first; the next call goes on, also in another process. Call it after a
 * change of the settings, and after the start.
 */
export function updateDueTimes(db: Db): DueTimesSlice {
  const settings = getSettings(db);
  const basis = toBasis(settings);
  if (getSetting(db, BASIS) === basis) return { isLast: true, changed: 0 };
  return inTransaction(db, () => {
    const toDueTimes = createDueTimes(settings);
    const known = Progress.safeParse(getSetting(db, PROGRESS)).data;
    const slice = listWaiting(db, SLICE, known?.basis === basis ? known : undefined);
    const changed = slice.flatMap(({ id, waitingSince, ...stored }) => {
      const { dueAt, lateAt } = toDueTimes(waitingSince);
      return dueAt === stored.dueAt && lateAt === stored.lateAt ? [] : [{ id, dueAt, lateAt }];
    });
    setDueTimes(db, changed);
    const last = slice.at(-1);
    if (last !== undefined && slice.length === SLICE) {
      putSetting(db, PROGRESS, { basis, waitingSince: last.waitingSince, id: last.id });
      return { isLast: false, changed: changed.length };
    }
    deleteSetting(db, PROGRESS);
    putSetting(db, BASIS, basis);
    return { isLast: true, changed: changed.length };
  });
}

function toBasis({ responseTargetMinutes, officeHours }: DueSettings): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return JSON.stringify([responseTargetMinutes, officeHours, timeZone, process.versions.tz ?? null]);
}
