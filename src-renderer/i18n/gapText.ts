import type { TFunction } from 'i18next';
import type { Gap, SourceKind } from '#shared/domain/capture.ts';
import { DAY_MS } from '#shared/time.ts';
import { toDayRange } from '../ui/time.ts';

/** A gap as a sentence: what is missing, from when to when, why, and whether it can be filled. */
export function toGapText(kind: SourceKind, gap: Gap, t: TFunction, language: string): string {
  return [
    t('capture.gap.sentence', {
      what: t(`capture.gap.what.${kind}`),
      when: toGapRange(gap, language),
      why: t(`capture.gap.why.${gap.reason}`),
    }),
    t(gap.recoverable ? 'capture.gap.recoverable' : 'capture.gap.archive'),
  ].join(' ');
}

/** The range of a gap: in days, or with the time of day if it is shorter than a day. */
export function toGapRange({ from, to }: Pick<Gap, 'from' | 'to'>, language: string): string {
  if (to - from >= DAY_MS) return toDayRange(from, to - 1, language);
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).formatRange(from, to);
}
