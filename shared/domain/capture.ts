import { z } from 'zod';
import { AppError } from '../errors.ts';

export const SourceKind = z.enum(['mentions', 'dms', 'ownPosts', 'search']);
export type SourceKind = z.infer<typeof SourceKind>;

/**
 * Why a stretch of time is not captured. away: Perch did not run. tooMany: X shows only the newest 800 mentions.
 * horizon: older than X shows (7 days of search, 30 days of messages). interrupted: a round broke off.
 * rateLimited, budget, refused: X, the monthly cap or a failure kept Perch from asking.
 */
export const GapReason = z.enum([
  'away',
  'tooMany',
  'horizon',
  'interrupted',
  'rateLimited',
  'budget',
  'refused',
]);
export type GapReason = z.infer<typeof GapReason>;

/** A stretch of time of one source that is not captured. */
export const Gap = z.object({
  from: z.number(),
  to: z.number().describe('exclusive'),
  reason: GapReason,
  /** Whether X still shows it, so that a back-fill can close it; else only an archive import can. */
  recoverable: z.boolean(),
});
export type Gap = z.infer<typeof Gap>;

/** One place that Perch asks for messages, with what it has and what it has not. */
export const SourceStatus = z.object({
  id: z.string(),
  kind: SourceKind,
  /** The name of a saved search. */
  name: z.string().optional(),
  lastPollAt: z.number().nullable(),
  /** Everything up to here is captured, but for the gaps; null before the first full round. */
  capturedThrough: z.number().nullable(),
  /**
   * The time of the oldest item that the first reading has told: nothing before it is claimed. While that reading goes on
   * over several rounds, what it has yet to tell is a gap before this time.
   */
  capturedFrom: z.number().nullable(),
  gaps: z.array(Gap),
  /** Null where Perch asks only when somebody wants it to. */
  nextPollAt: z.number().nullable(),
  error: AppError.optional(),
});
export type SourceStatus = z.infer<typeof SourceStatus>;
