import type { Gap, SourceStatus } from '#shared/domain/capture.ts';
import { DAY_MS } from '#shared/time.ts';

/** The length of a strip, in days. */
export const stripDays = 30;

/** A gap on the strip; start and length are percentages of the strip. */
export interface StripGap {
  readonly gap: Gap;
  readonly start: number;
  readonly length: number;
}

/** A source on a strip of the last 30 days, oldest at the left. */
export interface Strip {
  /** The captured range, in percent; empty if the source was never polled. */
  readonly captured: { readonly start: number; readonly length: number };
  readonly gaps: readonly StripGap[];
}

/** The narrowest gap that a pointer can still hit, in percent of the strip. */
const leastLength = 0.6;

/** Lays out a source on the 30 days before `now`; older gaps are omitted. */
export function toStrip(
  source: Pick<SourceStatus, 'capturedFrom' | 'capturedThrough' | 'gaps'>,
  now: number,
): Strip {
  const from = now - stripDays * DAY_MS;
  const toPercent = (at: number) => Math.min(100, Math.max(0, ((at - from) / (now - from)) * 100));
  const gaps = source.gaps
    .filter(({ to }) => to > from)
    .map((gap) => {
      const length = Math.max(leastLength, toPercent(gap.to) - toPercent(gap.from));
      return { gap, start: Math.min(toPercent(gap.from), 100 - length), length };
    });
  const start = toPercent(source.capturedFrom ?? from);
  const end = source.capturedThrough === null ? start : toPercent(source.capturedThrough);
  return { captured: { start, length: end - start }, gaps };
}

/** The dates below the strip: today and each week before it, with their position in percent. */
export function toWeeks(now: number): readonly { readonly at: number; readonly place: number }[] {
  return [28, 21, 14, 7, 0].map((ago) => ({
    at: now - ago * DAY_MS,
    place: ((stripDays - ago) / stripDays) * 100,
  }));
}
