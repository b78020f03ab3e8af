import type { TFunction } from 'i18next';
import type { Gap, GapReason, SourceKind } from '#shared/domain/capture.ts';
import { DAY_MS } from '#shared/time.ts';
import { toDayRange, toTimeRange } from '../ui/time.ts';

/** A gap as a sentence: what is missing, from when to when, why, and whether it can be filled. */
export function toGapText(kind: SourceKind, gap: Gap, t: TFunction, language: string): string {
  return [
    toMissingText(kind, gap, t, language),
    t(gap.recoverable ? 'capture.gap.recoverable' : 'capture.gap.archive'),
  ].join(' ');
}

/** A stretch of time that was not captured as a sentence: what is missing, from when to when, and why. */
export function toMissingText(
  kind: SourceKind,
  gap: Pick<Gap, 'from' | 'to' | 'reason'>,
  t: TFunction,
  language: string,
): string {
  return t('capture.gap.sentence', {
    what: t(`capture.gap.what.${kind}`),
    when: toGapRange(gap, language),
    why: t(`capture.gap.why.${gap.reason}`),
  });
}

interface Lost {
  readonly from: number;
  readonly to: number;
  readonly kinds: readonly SourceKind[];
  readonly reason: GapReason | null;
}

/** A stretch of time in which messages are missing for good, as a sentence. */
export function toLostText({ from, to, kinds, reason }: Lost, t: TFunction, language: string): string {
  const what = new Intl.ListFormat(language).format(kinds.map((kind) => t(`lost.what.${kind}`)));
  const when = toGapRange({ from, to }, language);
  if (reason === null) return t('lost.sentence', { what, when });
  return t('lost.sentenceWhy', { what, when, why: t(`capture.gap.why.${reason}`) });
}

/** The range of a gap: in days, or with the time of day if it is shorter than a day. */
function toGapRange({ from, to }: Pick<Gap, 'from' | 'to'>, language: string): string {
  return to - from >= DAY_MS ? toDayRange(from, to - 1, language) : toTimeRange(from, to, language);
}
