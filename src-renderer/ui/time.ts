import type { Language } from '#shared/domain/language.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { catalogues } from '../locales/catalogues.ts';

/**
 * A duration in one rounded-down unit, such as `4 min`, `3 h` or `2 d` in `language`; at least one minute, and with `largest` in no
 * larger unit than hours.
 */
export function toShortDuration(ms: number, language: string, largest: 'hour' | 'day' = 'day'): string {
  const length = Math.max(MINUTE_MS, Math.abs(ms));
  if (length < HOUR_MS) return toUnit(Math.floor(length / MINUTE_MS), 'minute', language);
  if (length < DAY_MS || largest === 'hour') return toUnit(Math.floor(length / HOUR_MS), 'hour', language);
  return toUnit(Math.floor(length / DAY_MS), 'day', language);
}

/** What is left of a wait: in seconds for two minutes, before that as `toShortDuration`. */
export function toCountdown(seconds: number, language: string): string {
  return seconds < 120 ? `${seconds}\u00a0s` : toShortDuration(seconds * SECOND_MS, language);
}

/** A duration in hours and minutes, rounded to the minute, such as `12 min`, `3 h 5 min` or `1 h`; in whole hours from ten on. */
export function toHoursAndMinutes(ms: number, language: string): string {
  const minutes = Math.round(ms / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  if (hours >= 10) return toUnit(Math.round(minutes / 60), 'hour', language);
  const [inHours, rest] = [toUnit(hours, 'hour', language), toUnit(minutes % 60, 'minute', language)];
  if (hours === 0) return rest;
  return minutes % 60 === 0 ? inHours : `${inHours} ${rest}`;
}

/** A length of time in whole hours, or where it is none in minutes. */
export function toExactDuration(ms: number, language: string): string {
  return ms % HOUR_MS === 0
    ? toUnit(ms / HOUR_MS, 'hour', language)
    : toUnit(ms / MINUTE_MS, 'minute', language);
}

/** A time in a list: relative up to a day, then the date. */
export function toListTime(at: number, now: number, language: string): string {
  if (Math.abs(now - at) < MINUTE_MS) return timeTexts(language).now;
  if (Math.abs(now - at) < DAY_MS) return toShortDuration(now - at, language);
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return dateFormat(
    language,
    sameYear ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' },
  ).format(at);
}

/** Date and time to the second. */
export function toExactTime(at: number, language: string): string {
  const { locale, cycle } = toClock(language, navigator.language);
  return dateFormat(locale, { dateStyle: 'full', timeStyle: 'medium', ...cycle }).format(at);
}

/** The time of day, as the system's region formats it if its language is `language`, else on 24 hours. */
export function toClockTime(at: number, language: string, system = navigator.language): string {
  const { locale, hour, cycle } = toClock(language, system);
  return dateFormat(locale, { hour, minute: '2-digit', ...cycle }).format(at);
}

/** A near time: only the time on the same day, else with weekday and date. */
export function toMoment(at: number, now: number, language: string): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? toClockTime(at, language) : toDayAndTime(at, language);
}

/** A time with weekday, date and time of day. */
export function toDayAndTime(at: number, language: string): string {
  const { locale, hour, cycle } = toClock(language, navigator.language);
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return dateFormat(locale, { ...day, hour, minute: '2-digit', ...cycle }).format(at);
}

/** The locale whose customs apply to a language: that of the system if it is in this language, else the language alone. */
export function toRegion(language: string, system = navigator.language): string {
  return system.startsWith(`${language}-`) ? system : language;
}

interface Clock {
  readonly locale: string;
  readonly hour: 'numeric' | '2-digit';
  readonly cycle: { readonly hourCycle?: 'h23' };
}

/** The clock format: `en` alone does not say whether a region uses 12 or 24 hours. */
function toClock(language: string, system: string): Clock {
  if (toRegion(language, system) === language)
    return { locale: language, hour: '2-digit', cycle: { hourCycle: 'h23' } };
  const { hour12 } = dateFormat(system, { hour: 'numeric' }).resolvedOptions();
  return { locale: system, hour: hour12 ? 'numeric' : '2-digit', cycle: {} };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, known);
  return known;
}

/** A time for use in a sentence, such as `just now`, `4 min ago` or `in 2 h`; from a day on, the date. */
export function toSpokenTime(at: number, now: number, language: string): string {
  const distance = at - now;
  if (Math.abs(distance) >= DAY_MS) return dateFormat(language, { dateStyle: 'medium' }).format(at);
  const texts = timeTexts(language);
  if (distance <= 0 && distance > -MINUTE_MS) return texts.justNow;
  const isSeconds = distance > 0 && distance < MINUTE_MS;
  const time = isSeconds
    ? toUnit(Math.ceil(distance / 1_000), 'second', language)
    : toShortDuration(distance, language);
  return (distance < 0 ? texts.ago : texts.ahead).replace('{{time}}', time);
}

/** A number with its unit, kept on one line by a no-break space. */
function toUnit(value: number, unit: 'second' | 'minute' | 'hour' | 'day', language: string): string {
  return timeTexts(language)[unit].replace('{{value}}', String(value)).replaceAll(' ', '\u00a0');
}

function timeTexts(language: string) {
  return (catalogues[language as Language] ?? catalogues.en).time;
}

/** The date of a day, with the year if it is not the current one; `near` marks today and yesterday. */
export function toDayName(at: number, now: number, language: string) {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const format = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
  return { name: format.format(at), near: toNear(at, now) };
}

function toNear(at: number, now: number): 'today' | 'yesterday' | null {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  if (days === 0) return 'today';
  return days === 1 ? 'yesterday' : null;
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** A date with weekday and year, such as `Mon 23 November 2026`. */
export function toWholeDay(at: number, language: string): string {
  const parts = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return dateFormat(toRegion(language), parts).format(at);
}

/** A date with its year and the time of day, such as `28 Nov 2026, 14:35`. */
export function toDateAndTime(at: number, language: string): string {
  const { locale, hour, cycle } = toClock(language, navigator.language);
  const parts = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour,
    minute: '2-digit',
    ...cycle,
  } as const;
  return dateFormat(locale, parts).format(at);
}

/** A range of days, such as `3 – 5 Nov 2026`. */
export function toDayRange(from: number, to: number, language: string): string {
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' });
  return format.formatRange(from, to);
}

/** A range of less than a day with its date, such as `27 Nov, 5:45 – 5:46 AM`; one time if both are in the same minute. */
export function toTimeRange(from: number, to: number, language: string): string {
  const { locale, hour, cycle } = toClock(language, navigator.language);
  const parts = { day: 'numeric', month: 'short', hour, minute: '2-digit', ...cycle } as const;
  return dateFormat(locale, parts).formatRange(from, to);
}
