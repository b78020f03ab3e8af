import type { Language } from '#shared/contract/shell.ts';
import { catalogues } from '../i18n.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A duration in one rounded-down unit, such as `4 min`, `3 h` or `2 d` in `language`; at least one minute. */
export function toShortDuration(ms: number, language: string): string {
  const length = Math.max(minute, Math.abs(ms));
  if (length < hour) return toUnit(Math.floor(length / minute), 'minute', language);
  if (length < day) return toUnit(Math.floor(length / hour), 'hour', language);
  return toUnit(Math.floor(length / day), 'day', language);
}

/** The time of something in a list: relative up to a day, then its date. */
export function toListTime(at: number, now: number, language: string): string {
  if (Math.abs(now - at) < minute) return wordsOf(language).now;
  if (Math.abs(now - at) < day) return toShortDuration(now - at, language);
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return dateFormat(
    language,
    sameYear ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' },
  ).format(at);
}

/** Day and time to the second. */
export function toExactTime(at: number, language: string): string {
  const { locale, cycle } = toClock(language, navigator.language);
  return dateFormat(locale, { dateStyle: 'full', timeStyle: 'medium', ...cycle }).format(at);
}

/** The time of day, as the system's region writes it where that speaks `language`, else on 24 hours. */
export function toClockTime(at: number, language: string, system = navigator.language): string {
  const { locale, hour, cycle } = toClock(language, system);
  return dateFormat(locale, { hour, minute: '2-digit', ...cycle }).format(at);
}

/** A moment not far away in few words: the time alone on the same day, else with weekday and date. */
export function toMoment(at: number, now: number, language: string): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? toClockTime(at, language) : toDayAndTime(at, language);
}

/** A moment with weekday, date and time of day. */
export function toDayAndTime(at: number, language: string): string {
  const { locale, hour, cycle } = toClock(language, navigator.language);
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return dateFormat(locale, { ...day, hour, minute: '2-digit', ...cycle }).format(at);
}

interface Clock {
  readonly locale: string;
  readonly hour: 'numeric' | '2-digit';
  readonly cycle: { readonly hourCycle?: 'h23' };
}

/** How times are written: `en` alone says nothing of the region, and half of its regions count to 12. */
function toClock(language: string, system: string): Clock {
  if (!system.startsWith(`${language}-`))
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

/** A moment as part of a sentence, such as `just now`, `4 min ago` or `in 2 h`; its date from a day on. */
export function toSpokenTime(at: number, now: number, language: string): string {
  const distance = at - now;
  if (Math.abs(distance) >= day) return dateFormat(language, { dateStyle: 'medium' }).format(at);
  const words = wordsOf(language);
  if (distance <= 0 && distance > -minute) return words.justNow;
  const isSeconds = distance > 0 && distance < minute;
  const time = isSeconds
    ? toUnit(Math.ceil(distance / second), 'second', language)
    : toShortDuration(distance, language);
  return (distance < 0 ? words.ago : words.ahead).replace('{{time}}', time);
}

/** A number with its unit, kept on one line by a no-break space. */
function toUnit(value: number, unit: 'second' | 'minute' | 'hour' | 'day', language: string): string {
  return wordsOf(language)[unit].replace('{{value}}', String(value)).replaceAll(' ', '\u00a0');
}

function wordsOf(language: string) {
  return (catalogues[language as Language] ?? catalogues.en).time;
}
