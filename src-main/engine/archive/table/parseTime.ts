import type { LocalTime } from '#shared/domain/localTime.ts';
import type { DayOrder } from '#shared/domain/messageTable.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';

/** How the times of a table are meant, as far as it is known. */
export interface TimeReading {
  readonly localTime: LocalTime | null;
  readonly dayOrder: DayOrder | null;
}

/** A time in epoch ms, what has to be known to read it, or null if it is none. */
export type ReadTime = number | 'timeZone' | 'dayOrder' | null;

/** Ten digits are seconds, thirteen milliseconds. */
const epoch = /^(\d{10})(\d{3})?(?:\.\d+)?$/;
const clock = String.raw`(?:(?:[T ,]+| om | à )(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)? ?([AaPp]\.?[Mm]\.?)?)?`;
const zone = String.raw`(?: ?\(?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)\)?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${clock}${zone}$`);
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${clock}${zone}$`);
const dayMonth = new RegExp(
  String.raw`^(?:\p{L}{2,9}\.?,? )?(\d{1,2}) (\p{L}{3,9})\.?,? (\d{4})${clock}${zone}$`,
  'u',
);
const monthDay = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9},? )?([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})${clock}${zone}$`,
);
/** How the names of months begin, in English, Dutch and French. */
const months = [
  /^jan/,
  /^f[eé]v|^feb/,
  /^mar|^maa|^mrt/,
  /^apr|^avr/,
  /^may|^mei|^mai/,
  /^jun|^juin/,
  /^jul|^juil/,
  /^aug|^ao[uû]/,
  /^sep/,
  /^o[ck]t/,
  /^nov/,
  /^d[eé]c/,
];

/**
 * Reads a time of a table: `2024-03-10T14:22:05Z`, `2024-03-10 14:22`, `10/3/2024 2:22 PM`, `10 Mar 2024 14:22 +0100`, `1710080525`. Never
 * guesses: without a zone or with a day that may be a month, the reading decides.
 */
export function parseTime(value: string, reading: TimeReading): ReadTime {
  const text = value.trim().replace(/\s+/g, ' ');
  const seconds = epoch.exec(text);
  if (seconds) return Number(seconds[1]) * SECOND_MS + Number(seconds[2] ?? 0);
  const iso = yearFirst.exec(text);
  if (iso) return toTime([iso[1], iso[2], iso[3]], iso.slice(4), reading);
  const [order, named] = [yearLast.exec(text), readNamed(text)];
  if (named) return toTime(named.date, named.rest, reading);
  return order ? toOrdered(order, reading) : null;
}

type Texts = readonly (string | undefined)[];

function readNamed(text: string): { readonly date: Texts; readonly rest: Texts } | null {
  const [, day, dayOf, yearOf, ...afterDay] = dayMonth.exec(text) ?? [];
  if (day !== undefined) return toNamed([yearOf, dayOf, day], afterDay);
  const [, month, dayIn, yearIn, ...afterMonth] = monthDay.exec(text) ?? [];
  return month === undefined ? null : toNamed([yearIn, month, dayIn], afterMonth);
}

function toNamed([year, month, day]: Texts, rest: Texts) {
  const name = (month ?? '').toLowerCase().normalize('NFC');
  const number = months.findIndex((beginning) => beginning.test(name)) + 1;
  return number === 0 ? null : { date: [year, String(number), day], rest };
}

function toOrdered([, one = '', other = '', year, ...rest]: RegExpExecArray, reading: TimeReading): ReadTime {
  const [isDayFirst, isMonthFirst] = [Number(one) > 12, Number(other) > 12];
  if (isDayFirst && isMonthFirst) return null;
  if (isDayFirst) return toTime([year, other, one], rest, reading);
  if (isMonthFirst || one === other) return toTime([year, one, other], rest, reading);
  if (reading.dayOrder === null) return 'dayOrder';
  return toTime(reading.dayOrder === 'dayFirst' ? [year, other, one] : [year, one, other], rest, reading);
}

function toTime(date: Texts, rest: Texts, { localTime }: TimeReading): ReadTime {
  const [year = 0, month = 0, day = 0] = date.map(Number);
  const [hours = '0', minutes = '0', seconds = '0', half, shift] = rest;
  const noon = half === undefined ? null : /p/i.test(half) ? 12 : 0;
  const hour = noon === null ? Number(hours) : (Number(hours) % 12) + noon;
  const midnight = Date.UTC(year, month - 1, day);
  const isDate = new Date(midnight).getUTCDate() === day && month >= 1 && month <= 12;
  if (!isDate || hour > 23 || Number(minutes) > 59 || Number(seconds) > 60) return null;
  const local = midnight + hour * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
  if (shift !== undefined) return local - toShift(shift);
  return localTime === null ? 'timeZone' : localTime.toInstant(local, Math.floor(local / DAY_MS));
}

function toShift(shift: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(shift) ?? [];
  const size = Number(hours) * HOUR_MS + Number(minutes || 0) * MINUTE_MS;
  return sign === '-' ? -size : size;
}
