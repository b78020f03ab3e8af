import { z } from 'zod';
import { AppError } from '../errors.ts';

export const SourceKind = z.enum(['mentions', 'dms', 'ownPosts', 'search']);
export type SourceKind = z.infer<typeof SourceKind>;

/**
 * Why a stretch of time is not captured:
 * - `away`: Perch was not running;
 * - `tooMany`: X shows only the newest 800 mentions and 3,200 own posts;
 * - `horizon`: older than X shows (7 days of search, 30 days of private messages);
 * - `interrupted`: a poll was interrupted, such as by a lost connection;
 * - `rateLimited`: a rate limit of X;
 * - `budget`: the monthly cap;
 * - `refused`: X rejected the request or the login, or has no credits left.
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
  /** Whether X still shows it, so that a backfill can close it. Otherwise only an archive import can. */
  recoverable: z.boolean(),
});
export type Gap = z.infer<typeof Gap>;

/** An item of X that Perch could not assign or read, and therefore shows in no conversation. */
export const QuarantinedItem = z.object({
  id: z.string(),
  /** The source, or the purpose of the call that returned it. */
  source: z.string(),
  /** When it was captured. */
  at: z.number(),
  /** The field and what is wrong with it, in English. */
  reason: z.string(),
  /** Whether the item is sound but X did not say for certain whose message it is. */
  isUnassigned: z.boolean(),
  /** Its text, if it has one. */
  text: z.string().nullable(),
});
export type QuarantinedItem = z.infer<typeof QuarantinedItem>;

/**
 * What a poll cycle does after polling its sources and fetching quotes: it fetches the posts that people replied to, people who
 * lost their handle and files of private messages, and checks for deletions.
 */
export const CycleStep = z.enum(['parents', 'people', 'deletions', 'media']);
export type CycleStep = z.infer<typeof CycleStep>;

/** Why a step of the last poll cycle failed. The next cycle does what is left. */
export const StepError = z.object({ step: CycleStep, error: AppError });
export type StepError = z.infer<typeof StepError>;

/** A source of messages: what of it is captured, and what is missing. */
export const SourceStatus = z.object({
  id: z.string(),
  kind: SourceKind,
  /** The name of a saved search. */
  name: z.string().optional(),
  lastPollAt: z.number().nullable(),
  /** Everything up to this time is captured, except for the gaps; null before the first successful poll. */
  capturedThrough: z.number().nullable(),
  /**
   * The time of the oldest item that the first read has fetched; nothing is claimed about older ones. While the first read
   * takes several poll cycles, the rest of it is a gap before this time.
   */
  capturedFrom: z.number().nullable(),
  gaps: z.array(Gap),
  /** Null if Perch polls on demand only. */
  nextPollAt: z.number().nullable(),
  error: AppError.optional(),
});
export type SourceStatus = z.infer<typeof SourceStatus>;
