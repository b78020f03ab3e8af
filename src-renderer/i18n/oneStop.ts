import type { PostProcessorModule } from 'i18next';
import { Language } from '#shared/domain/language.ts';

/** Shortened months with a full stop of their own, such as `nov.` in French, followed by that of the sentence. */
const twoStops = new RegExp(`(?<=(?<!\\p{L})(?:${shortMonths().join('|')})\\.)\\.(?!\\.)`, 'gu');

/** Where a date at the end of a sentence brings a full stop of its own, leaves out that of the sentence. */
export const oneStop: PostProcessorModule = {
  type: 'postProcessor',
  name: 'oneStop',
  process: (text) => text.replace(twoStops, ''),
};

/** The short names of the months that end in a full stop, without it. */
function shortMonths(): readonly string[] {
  const dates = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 15));
  return Language.options
    .flatMap((language) => {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
      return dates.flatMap(
        (at) => format.formatToParts(at).find(({ type }) => type === 'month')?.value ?? [],
      );
    })
    .filter((name) => name.endsWith('.'))
    .map((name) => name.slice(0, -1));
}
