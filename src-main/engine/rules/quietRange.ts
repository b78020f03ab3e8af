import { type CountedTime, createCountedTime } from '#shared/domain/officeCalendar.ts';
import type { TimedTrigger } from '#shared/domain/rule.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { NEWS_MS } from '../conversations/noteForRules.ts';
import type { Db } from '../store/open.ts';
import { getSettings } from '../store/settings.ts';
import { getSource, sourceIds } from '../store/sources.ts';

/** When what is due now has begun, from and through; null if nothing can be due. */
export interface QuietRange {
  readonly from: number;
  readonly through: number;
}

/**
 * Since when a conversation must have been quiet for a rule to be due: after `countsFrom`, within the last week, and before the time
 * through which Perch knows what happened on X. So nothing is due that somebody has replied to while Perch was closed.
 */
export function toQuietRange(
  db: Db,
  when: TimedTrigger,
  { countsFrom, now }: { readonly countsFrom: number; readonly now: number },
): QuietRange | null {
  const known = Math.min(now, getKnownThrough(db, when) ?? now);
  const dueAfter = Math.max(countsFrom, now - NEWS_MS);
  if (dueAfter >= known) return null;
  const toStart = (at: number) =>
    when.kind === 'silence'
      ? at - when.days * DAY_MS
      : findStart(countedBy(db, when), when.hours * HOUR_MS, at);
  return { from: toStart(dueAfter) + 1, through: toStart(known) };
}

const countedBy = (db: Db, { inOfficeHours }: TimedTrigger & { kind: 'noReply' }) =>
  createCountedTime(inOfficeHours ? getSettings(db).officeHours : null);

/**
 * Through when everything is captured. A source that cannot be read does not keep people waiting who are known to wait; but whether
 * nobody has written, nobody knows then. Null if no source can be read.
 */
function getKnownThrough(db: Db, { kind }: TimedTrigger): number | null {
  const sources = sourceIds.map((id) => getSource(db, id));
  const read = kind === 'silence' ? sources : sources.filter(({ failures }) => failures === 0);
  return read.length === 0 ? null : Math.min(...read.map(({ capturedThrough }) => capturedThrough ?? 0));
}

/** The latest time since which `ms` have passed at `at`, to the millisecond. */
function findStart({ addOpenTime }: CountedTime, ms: number, at: number): number {
  const isOver = (start: number) => addOpenTime(start, ms) <= at;
  let high = at - ms;
  if (isOver(high)) return high;
  let step = ms;
  while (!isOver(high - step)) step *= 2;
  let low = high - step;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isOver(middle)) low = middle;
    else high = middle;
  }
  return low;
}
