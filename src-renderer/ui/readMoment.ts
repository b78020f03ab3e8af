import * as en from 'chrono-node/en';
import * as fr from 'chrono-node/fr';
import * as nl from 'chrono-node/nl';
import { MORNING } from '#shared/time.ts';

type Parse = typeof en.parse;

/** English is understood in every language of the window. */
const parsers: Readonly<Record<string, readonly Parse[]>> = {
  en: [en.parse],
  nl: [nl.parse, en.parse],
  fr: [fr.parse, en.parse],
};

/** Words that chrono-node does not know or, as with “après-demain”, takes for a part of themselves. */
const replacements: readonly (readonly [RegExp, string])[] = [
  [/’/g, "'"],
  [/\bvan(?=ochtend|middag|avond)/, 'vandaag '],
  [/\b((?:over)?morgen|\p{L}+dag)(?=ochtend|middag|avond)/u, '$1 '],
  [/\bmiddag$/, '15:00'],
  [/(?<!après[- ])\b(?:à )?midi$/, '12:00'],
  [/\bovermorgen\b/, 'over 2 dagen'],
  [/\baprès[- ]demain\b/, 'dans 2 jours'],
  [/\bla semaine prochaine\b|\bsemaine prochaine\b/, 'dans 1 semaine'],
  [/\b(\d{1,2}) ?[uh]$/, '$1:00'],
  [/\b(\d{1,2}) ?[uh] ?(\d{2})$/, '$1:$2'],
  [/^(\d{1,2})$|((?:\p{L}|\.) )(\d{1,2})$/u, '$2$1$3:00'],
];

/**
 * Reads a time in words, such as “tomorrow 9”, “vr 14u” or “lundi”, in the local time zone: at nine where no time of the day is
 * named, and in the future. Returns null if a word is not understood, so that none is ignored, or if the time has passed.
 */
export function readMoment(text: string, now: number, language: string): number | null {
  const wanted = normalise(text);
  for (const parse of parsers[language] ?? [en.parse]) {
    const [found, ...others] = parse(wanted, new Date(now), { forwardDate: true });
    if (!found || others.length > 0 || found.end || found.text.length !== wanted.length) continue;
    const at = toTime(found.start, now);
    if (at > now) return at;
  }
  return null;
}

function normalise(text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  const known = replacements.reduce((result, [pattern, words]) => result.replace(pattern, words), plain);
  return withDutchHours(known);
}

/** The text with hours such as “avond om 8:30” and “3 uur 's middags” on the clock of 24 hours: chrono-node reads them as before noon. */
function withDutchHours(text: string): string {
  return text
    .replace(/\b(middag|avond)(?: om)? (\d{1,2})(?::(\d{2}))?(?: uur)?$/, (_, part, hour, minute) =>
      toClock(part, hour, minute),
    )
    .replace(/\b(?:om )?(\d{1,2})(?::(\d{2}))?(?: uur)? '?s (middag|avond)s$/, (_, hour, minute, part) =>
      toClock(part, hour, minute),
    );
}

function toClock(part: string, hour: string, minute = '00'): string {
  const isPastNoon = part === 'avond' ? /^(?:0?[5-9]|1[01])$/ : /^0?[1-6]$/;
  return `${Number(hour) + (isPastNoon.test(hour) ? 12 : 0)}:${minute}`;
}

// Without a time of the day, chrono-node implies noon or the present time, and of a morning 6 or 8; words such as “tonight” imply one of their own.
function toTime(start: ReturnType<Parse>[number]['start'], now: number): number {
  const date = start.date();
  const isPresent = date.toTimeString() === new Date(now).toTimeString();
  if (!start.isCertain('hour') && (isPresent || [6, 8, 12].includes(date.getHours())))
    date.setHours(MORNING, 0);
  date.setSeconds(0, 0);
  return date.getTime();
}
