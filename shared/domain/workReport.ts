import { z } from 'zod';
import { GapReason, type SourceKind } from './capture.ts';
import { Estimate } from './surveyFigures.ts';

/**
 * What a report of the work counts, each of its facts in one conversation:
 * - `opened`: a conversation begins with its first message;
 * - `reopened`: a resolved one opens again;
 * - `received`: a message of a person;
 * - `replies`: a message that somebody on the team wrote, in Perch or elsewhere; surveys are none;
 * - `firstReply`: the reply that ended the first wait of a conversation; `nextReply`: one that ended a later wait;
 * - `firstTarget`, `nextTarget`: the target of such a reply was met or missed, also without any reply; see `target_results`;
 * - `resolved`: a conversation is resolved, if that was not undone since, nor found to be over before Perch.
 *
 * A wait begins with the first message that has no reply, and ends without one when the conversation is resolved or set to pending.
 * A response to a survey waits for nothing, nor does what its author has deleted.
 */
export const WorkFigure = z.enum([
  'opened',
  'reopened',
  'received',
  'replies',
  'firstReply',
  'nextReply',
  'firstTarget',
  'nextTarget',
  'resolved',
]);
export type WorkFigure = z.infer<typeof WorkFigure>;

/** Replies by what they were written from: a canned response, an earlier reply that Perch suggested, or either. */
export const ReuseFigure = z.enum(['fromLibrary', 'fromReplies', 'reused']);
export type ReuseFigure = z.infer<typeof ReuseFigure>;

/**
 * What conversations can be listed of: what a figure counts, or at the end of a period those that are not resolved, and those of them in
 * which a person waits.
 */
export const ListedFigure = z.enum([...WorkFigure.options, ...ReuseFigure.options, 'unresolved', 'waiting']);
export type ListedFigure = z.infer<typeof ListedFigure>;

/** The sources whose gaps could change a figure. */
export const sourcesOfFigure: Readonly<Record<WorkFigure, readonly SourceKind[]>> = {
  opened: ['mentions', 'dms', 'search'],
  reopened: ['mentions', 'dms', 'search'],
  received: ['mentions', 'dms', 'search'],
  replies: ['dms', 'ownPosts'],
  firstReply: ['mentions', 'dms', 'search', 'ownPosts'],
  nextReply: ['mentions', 'dms', 'search', 'ownPosts'],
  firstTarget: ['mentions', 'dms', 'search', 'ownPosts'],
  nextTarget: ['mentions', 'dms', 'search', 'ownPosts'],
  resolved: ['mentions', 'dms', 'search'],
};

/** A quantile with its 95 % interval between two order statistics; null where there are too few cases for a bound. */
export const Quantile = z.object({
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type Quantile = z.infer<typeof Quantile>;

/** So many of so many, and the share with Wilson's interval; null without cases. */
const Share = z.object({ hits: z.int().min(0), cases: z.int().min(0), share: Estimate.nullable() });

/**
 * How long something took, in milliseconds of the office hours that were in force when it ended; of a reply whose target is recorded,
 * without the pauses of its conversation. Null without cases.
 */
const Times = z.object({
  cases: z.int().min(0),
  medianMs: Quantile.nullable(),
  p90Ms: Quantile.nullable(),
});
export type Times = z.infer<typeof Times>;

/** What became of a target. */
export const TargetOutcome = z.enum(['met', 'missed']);
export type TargetOutcome = z.infer<typeof TargetOutcome>;

/** Replies that ended a wait. */
const ReplyTimes = Times.extend({
  /** How many of the targets were met, of those that were met or missed in the period. */
  inTarget: Share,
  /** Replies of which no target is recorded: they are neither in time nor late. */
  withoutTarget: z.int().min(0),
});

/** The figures of some conversations in a period. */
export const WorkFigures = z.object({
  opened: z.int().min(0),
  reopened: z.int().min(0),
  received: z.int().min(0),
  replies: z.int().min(0),
  firstReply: ReplyTimes,
  nextReply: ReplyTimes,
  /** From the opening, or the last reopening. */
  resolved: Times,
  /** Replies that were written from a canned response, from an earlier reply that Perch suggested, and from either. */
  fromLibrary: Share,
  fromReplies: Share,
  reused: Share,
});
export type WorkFigures = z.infer<typeof WorkFigures>;

/**
 * What the period before says. `chance`: the difference could be chance, as the intervals of medians overlap, or as the test of
 * shares says. `tooFew`: one period has too few cases.
 */
export const WorkVerdict = z.enum(['higher', 'lower', 'chance', 'tooFew']);
export type WorkVerdict = z.infer<typeof WorkVerdict>;

export const WorkComparison = z.object({
  figures: WorkFigures,
  /** Of the medians, and of the shares. */
  verdicts: z.object({
    firstReply: WorkVerdict,
    nextReply: WorkVerdict,
    resolved: WorkVerdict,
    firstInTarget: WorkVerdict,
    nextInTarget: WorkVerdict,
    fromLibrary: WorkVerdict,
    reused: WorkVerdict,
  }),
});
export type WorkComparison = z.infer<typeof WorkComparison>;

/** A day, week or month of the period. */
export const WorkStep = z.object({
  /** Its first day by the clocks of the office, as YYYY-MM-DD. */
  key: z.string(),
  opened: z.int().min(0),
  received: z.int().min(0),
  replies: z.int().min(0),
  resolved: z.int().min(0),
  /** At its end, or at the end of what is known: conversations that are not resolved, and those of them in which a person waits. */
  unresolved: z.int().min(0),
  waiting: z.int().min(0),
});
export type WorkStep = z.infer<typeof WorkStep>;

/** An hour of the week by the clocks of the office. */
export const HourOfWeek = z.strictObject({
  /** 1 for Monday to 7 for Sunday. */
  weekday: z.int().min(1).max(7),
  hour: z.int().min(0).max(23),
});
export type HourOfWeek = z.infer<typeof HourOfWeek>;

/** Counts by the clocks of the office: a row for each day of the week from Monday, 24 hours in each. */
export const HeatMap = z.array(z.array(z.int().min(0)).length(24)).length(7);
export type HeatMap = z.infer<typeof HeatMap>;

/** A stretch of the period that was not captured, and which figures it could change. */
export const WorkGap = z.object({
  source: z.string(),
  from: z.number(),
  /** Exclusive. */
  to: z.number(),
  reason: GapReason,
  figures: z.array(WorkFigure),
});
export type WorkGap = z.infer<typeof WorkGap>;

/**
 * By what the work is parted: `agent`: who replied or resolved; `tag`: each tag of the conversation as it is now; `channel`: of the
 * message, or where the person opened the conversation; `language`: in which the person writes, as known now; `rule`: each rule that
 * ran in the conversation before the end of the period and was not undone. One that only records what it would have done runs nowhere.
 */
export const WorkGrouping = z.enum(['agent', 'tag', 'channel', 'language', 'rule']);
export type WorkGrouping = z.infer<typeof WorkGrouping>;

export const WorkGroup = z.object({
  /** An id, `public` or `dm`, or X's code of a language; null for none. */
  key: z.string().nullable(),
  /** The name of an agent, a tag or a rule as it is now, or of a deleted rule as it was; null if there is none. */
  label: z.string().nullable(),
  figures: WorkFigures,
});
export type WorkGroup = z.infer<typeof WorkGroup>;
