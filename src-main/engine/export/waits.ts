import type { Language } from '#shared/domain/language.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { medianOf } from '../statistics/medianOf.ts';
import { exportWords } from './exportWords.ts';

/** More of them nobody would read. */
const MOST_LISTED = 20;

/** How long a person waited, one wait after the other; of many, what was usual and the longest. */
export function toWaits(waits: readonly number[], language: Language): string {
  const { none, manyWaits } = exportWords[language];
  const duration = toDurations(language);
  if (waits.length === 0) return none;
  if (waits.length <= MOST_LISTED) return waits.map(duration).join(', ');
  const longest = waits.reduce((most, wait) => Math.max(most, wait), 0);
  return manyWaits
    .replace('{median}', duration(medianOf(waits) ?? 0))
    .replace('{count}', new Intl.NumberFormat(language).format(waits.length))
    .replace('{longest}', duration(longest));
}

/** Returns what puts a wait into words: in hours and minutes, or in days and hours. */
export function toDurations(language: Language): (ms: number) => string {
  // One each: making a format takes longer than a hundred uses of it.
  const toFormat = (unit: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' });
  const day = toFormat('day');
  const hour = toFormat('hour');
  const minute = toFormat('minute');
  return (ms) => {
    const minutes = Math.round(ms / MINUTE_MS);
    const hours = Math.floor(minutes / 60);
    const days = Math.floor(hours / 24);
    if (days > 0) return `${day.format(days)} ${hour.format(hours % 24)}`;
    return hours > 0 ? `${hour.format(hours)} ${minute.format(minutes % 60)}` : minute.format(minutes);
  };
}
