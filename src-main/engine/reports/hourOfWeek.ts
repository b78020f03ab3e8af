import type { LocalTime } from '#shared/domain/localTime.ts';
import type { HourOfWeek } from '#shared/domain/workReport.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';

/** The hour of the week that these clocks show. */
export function toHourOfWeek({ toLocal }: LocalTime, at: number): HourOfWeek {
  const local = toLocal(at);
  // 1970-01-01 was a Thursday.
  return {
    weekday: ((Math.floor(local / DAY_MS) + 3) % 7) + 1,
    hour: Math.floor((local % DAY_MS) / HOUR_MS),
  };
}
