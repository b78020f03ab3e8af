import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import type { Source } from '../store/sources.ts';
import { toFirstSnowflake, toSnowflakeTime } from '../x/snowflake.ts';
import type { CaptureContext } from './feed.ts';

/** X has been seen to list posts and private messages up to two minutes late, behind newer ones. */
export const MIN_OVERLAP_MS = 3 * MINUTE_MS;
/** After a longer absence, what X listed late has been listed since long before the newest known item. */
const MAX_OVERLAP_MS = HOUR_MS;

/**
 * How far down a poll at `now` reads although it is known, as an X id. Posts: behind the newest known one by the time since
 * the last poll, from three minutes to an hour. X bills an item once per UTC day, so more than three minutes, and for a saved
 * search anything at all, is only read again on the same day. Private messages, which X lists without a range and allows few
 * calls for: three minutes behind the last poll.
 */
export function toRereadFrom(
  { xClock }: Pick<CaptureContext, 'xClock'>,
  { kind, sinceId, capturedThrough }: Source,
  now: number,
): string | null {
  if (sinceId === null) return null;
  const newestAt = toSnowflakeTime(sinceId);
  const lastPollAt = capturedThrough ?? now;
  if (kind === 'dms') {
    const from = xClock.toXTime(lastPollAt) - MIN_OVERLAP_MS;
    return from < newestAt ? toFirstSnowflake(from) : sinceId;
  }
  const overlapMs = Math.max(Math.min(now - lastPollAt, MAX_OVERLAP_MS), MIN_OVERLAP_MS);
  const from = Math.max(newestAt - overlapMs, now - (now % DAY_MS));
  if (kind !== 'search') return toFirstSnowflake(Math.min(from, newestAt - MIN_OVERLAP_MS));
  return from < newestAt ? toFirstSnowflake(from) : sinceId;
}
