import { DAY_MS } from '../time.ts';

/**
 * The wall clocks of one time zone. A *local time* is a number of milliseconds, too: what they show, read as if it were UTC; and
 * a *day* is a whole number of days of it since 1970-01-01.
 */
export interface LocalTime {
  /** The local time at an instant. */
  readonly toLocal: (at: number) => number;
  /**
   * The instant at which wall clocks show `local`. Where they show it twice it is the first; where they skip it, it is as long
   * after the skip as `local` is after its beginning. (What Temporal calls "compatible".) `day` is the day of `local`, or the
   * day before it.
   */
  readonly toInstant: (local: number, day: number) => number;
}

/** Without a time zone that of the computer; fails with a `RangeError` if the zone is not known here. */
export function createLocalTime(timeZone?: string): LocalTime {
  const offsetAt = createOffset(timeZone);
  const ofDays = new Map<number, number>();
  const offsetOfDay = (day: number): number => {
    const offset = ofDays.get(day) ?? offsetAt(day * DAY_MS);
    ofDays.set(day, offset);
    return offset;
  };
  // No zone changes its clocks twice within the days between which the offsets of days are compared here.
  return {
    toLocal: (at) => {
      const day = Math.floor(at / DAY_MS);
      const [before, after] = [offsetOfDay(day), offsetOfDay(day + 1)];
      return at + (before === after ? before : offsetAt(at));
    },
    toInstant: (local, day) => {
      const [before, after] = [offsetOfDay(day - 1), offsetOfDay(day + 3)];
      if (before === after) return local - before;
      const isShown = (offset: number) => offsetAt(local - offset) === offset;
      return local - (isShown(before) || !isShown(after) ? before : after);
    },
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a format takes longer than all that is done with it; the time zone of the computer may change meanwhile.
function getFormat(timeZone: string | undefined): Intl.DateTimeFormat {
  const format = (timeZone !== undefined && formats.get(timeZone)) || createFormat(timeZone);
  if (timeZone !== undefined) formats.set(timeZone, format);
  return format;
}

// In numerals and a calendar that do not depend on where the program runs.
const createFormat = (timeZone: string | undefined) =>
  new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

function createOffset(timeZone: string | undefined): (at: number) => number {
  const format = getFormat(timeZone);
  return (at) => {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    const seconds = Math.floor(at / 1_000) * 1_000;
    return Date.UTC(year, month - 1, day, hour, minute, second) - seconds;
  };
}
