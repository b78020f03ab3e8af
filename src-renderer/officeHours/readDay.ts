import { toPlainMinutes } from './weekdays.ts';

/** A stretch of office time in minutes since midnight; `to` is beyond 1,440 if it ends on the next day. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

const DAY_MINUTES = 1_440;

/** The hours of a day, as the field shows them: `09:00–12:30, 13:30–17:00`. */
export function toDayText(ranges: readonly DayRange[]): string {
  return ranges.map(({ from, to }) => `${toPlainMinutes(from)}–${toPlainMinutes(toEnd(to))}`).join(', ');
}

const toEnd = (to: number) => (to > DAY_MINUTES ? to - DAY_MINUTES : to);

/**
 * Reads the hours of a day as people write them in three languages: `9-12:30, 13:30-17`, `9am to 5pm`, `9u tot 12u30`,
 * `9h-12h et 14h-18h`. `22-6` ends on the next day, and `9-5` in the afternoon. Empty is closed; null is not understood.
 */
export function readDay(text: string): DayRange[] | null {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('.m.', 'm').trim();
  if (plain === '') return [];
  const ranges = plain.split(/\s*(?:[,;/&+]|\s(?:and|en|et)\s)\s*/).map(readRange);
  const known = ranges.filter((range) => range !== null);
  return known.length === ranges.length ? known.sort((a, b) => a.from - b.from) : null;
}

function readRange(text: string): DayRange | null {
  const ends = text.split(/\s*(?:[-–—−]|\s(?:to|until|till|tot|à)\s)\s*/).map(readTime);
  const [from, to] = ends;
  if (!from || !to || ends.length > 2) return null;
  // In “5-9 pm” both are in the afternoon, in “9-5 pm” only the end is.
  const shared = from.half === null && to.half === 'pm' && from.hour < 12 ? withHalf(from, 'pm') : null;
  const begin = shared !== null && shared < to.minutes ? shared : from.minutes;
  const end = begin < to.minutes ? to.minutes : toLaterEnd(from, to);
  return begin < DAY_MINUTES ? { from: begin, to: end } : null;
}

function toLaterEnd(from: Time, to: Time): number {
  const isAfternoon = from.isBare && to.isBare && from.hour < 12 && to.hour <= 12;
  return to.minutes + (isAfternoon ? DAY_MINUTES / 2 : DAY_MINUTES);
}

interface Time {
  readonly minutes: number;
  readonly hour: number;
  readonly half: 'am' | 'pm' | null;
  /** Whether it is a number and nothing else. */
  readonly isBare: boolean;
}

function readTime(text: string): Time | null {
  const found = /^(\d{1,2})(?:[:.hu](\d{2}))?(?:\s*(?:h|u|uur|heures?))?\s*(am|pm)?$/.exec(text);
  if (!found) return null;
  const [, hours = '', minute = '0', half = null] = found;
  const hour = Number(hours);
  const time = {
    hour,
    half: half as Time['half'],
    isBare: text === hours,
    minutes: hour * 60 + Number(minute),
  };
  if (Number(minute) > 59 || time.minutes > DAY_MINUTES || (half && (hour < 1 || hour > 12))) return null;
  return { ...time, minutes: withHalf(time, time.half) };
}

function withHalf({ minutes }: Pick<Time, 'minutes'>, half: Time['half']): number {
  if (half === null) return minutes;
  return (minutes % (DAY_MINUTES / 2)) + (half === 'pm' ? DAY_MINUTES / 2 : 0);
}
