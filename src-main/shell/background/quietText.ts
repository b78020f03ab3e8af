import type { Language } from '#shared/domain/language.ts';
import type { Texts } from '../locales/en.ts';

/** Until when nothing disturbs, with the weekday unless that is today. */
export function toQuietText(
  until: number,
  { texts, language, now }: { readonly texts: Texts; readonly language: Language; readonly now: number },
): string {
  const isToday = new Date(until).toDateString() === new Date(now).toDateString();
  const format = new Intl.DateTimeFormat(language, {
    ...(isToday ? {} : { weekday: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return texts.quietUntil.replace('{time}', format.format(until));
}
