import type { WorkComparison, WorkFigures, WorkVerdict } from '#shared/domain/workReport.ts';
import { compareShares } from '../statistics/compareShares.ts';
import { quantileIntervals } from '../statistics/quantileIntervals.ts';
import { wilsonInterval } from '../statistics/wilsonInterval.ts';
import { codeOf, type FactTable, isFromLibrary, isFromReply, targetOf } from './factTable.ts';

/** Above this a difference of shares could be chance. */
const ALPHA = 0.05;

/** What some facts add up to. */
export interface Tally {
  /** How many facts there are. */
  facts: number;
  /** How many there are of each figure, by its code. */
  readonly counts: Int32Array;
  /** How long what takes time took, by the code of its figure. */
  readonly times: readonly number[][];
  /** Targets that were met, and replies of which no target is recorded, by the code of their figure. */
  readonly met: Int32Array;
  readonly withoutTarget: Int32Array;
  /** Replies from the library, from earlier replies, and from either. */
  fromLibrary: number;
  fromReplies: number;
  reused: number;
}

const figureCount = Object.keys(codeOf).length;

export const createTally = (): Tally => ({
  facts: 0,
  counts: new Int32Array(figureCount),
  times: Array.from({ length: figureCount }, () => []),
  met: new Int32Array(figureCount),
  withoutTarget: new Int32Array(figureCount),
  fromLibrary: 0,
  fromReplies: 0,
  reused: 0,
});

/** Adds a fact, which is no change of the backlog. */
export function addToTally(tally: Tally, { columns }: FactTable, row: number): void {
  const figure = columns.figure[row] ?? 0;
  const flags = columns.flags[row] ?? 0;
  tally.facts += 1;
  tally.counts[figure] = (tally.counts[figure] ?? 0) + 1;
  if (figure === codeOf.replies) addReuse(tally, flags);
  if (figure < codeOf.firstReply) return;
  const ms = columns.ms[row] ?? Number.NaN;
  if (!Number.isNaN(ms)) tally.times[figure]?.push(ms);
  const target = targetOf(flags);
  if (target === 'met') tally.met[figure] = (tally.met[figure] ?? 0) + 1;
  if (target === null) tally.withoutTarget[figure] = (tally.withoutTarget[figure] ?? 0) + 1;
}

function addReuse(tally: Tally, flags: number): void {
  const [library, reply] = [isFromLibrary(flags), isFromReply(flags)];
  if (library) tally.fromLibrary += 1;
  if (reply) tally.fromReplies += 1;
  if (library || reply) tally.reused += 1;
}

export function toWorkFigures(tally: Tally): WorkFigures {
  const { counts, fromLibrary, fromReplies, reused } = tally;
  const count = (code: number) => counts[code] ?? 0;
  const replies = count(codeOf.replies);
  return {
    opened: count(codeOf.opened),
    reopened: count(codeOf.reopened),
    received: count(codeOf.received),
    replies,
    firstReply: toReplyTimes(tally, codeOf.firstReply, codeOf.firstTarget),
    nextReply: toReplyTimes(tally, codeOf.nextReply, codeOf.nextTarget),
    resolved: toTimes(tally, codeOf.resolved),
    fromLibrary: toShare(fromLibrary, replies),
    fromReplies: toShare(fromReplies, replies),
    reused: toShare(reused, replies),
  };
}

function toTimes({ times }: Tally, code: number): WorkFigures['resolved'] {
  const values = new Float64Array(times[code] ?? []);
  const [medianMs = null, p90Ms = null] = quantileIntervals(values, [0.5, 0.9]);
  return { cases: values.length, medianMs, p90Ms };
}

const toReplyTimes = (tally: Tally, reply: number, target: number): WorkFigures['firstReply'] => ({
  ...toTimes(tally, reply),
  inTarget: toShare(tally.met[target] ?? 0, tally.counts[target] ?? 0),
  withoutTarget: tally.withoutTarget[reply] ?? 0,
});

const toShare = (hits: number, cases: number): WorkFigures['fromLibrary'] => ({
  hits,
  cases,
  share: wilsonInterval(hits, cases),
});

/** Whether the figures of a period are higher or lower than those of the one before. */
export function compareWork(before: WorkFigures, now: WorkFigures): WorkComparison['verdicts'] {
  return {
    firstReply: compareMedians(before.firstReply, now.firstReply),
    nextReply: compareMedians(before.nextReply, now.nextReply),
    resolved: compareMedians(before.resolved, now.resolved),
    firstInTarget: compareParts(before.firstReply.inTarget, now.firstReply.inTarget),
    nextInTarget: compareParts(before.nextReply.inTarget, now.nextReply.inTarget),
    fromLibrary: compareParts(before.fromLibrary, now.fromLibrary),
    reused: compareParts(before.reused, now.reused),
  };
}

/**
 * Medians differ where their intervals are apart, which is stricter than a test at the same level: N. Schenker and J. F. Gentleman,
 * "On judging the significance of differences by examining the overlap between confidence intervals", The American Statistician 55
 * (2001), 182-186.
 */
function compareMedians(before: WorkFigures['resolved'], now: WorkFigures['resolved']): WorkVerdict {
  const [a, b] = [before.medianMs, now.medianMs];
  if (a === null || a.low === null || a.high === null) return 'tooFew';
  if (b === null || b.low === null || b.high === null) return 'tooFew';
  if (b.low > a.high) return 'higher';
  return b.high < a.low ? 'lower' : 'chance';
}

/** With fewer cases a share says nothing. */
const FEWEST_CASES = 10;

function compareParts(before: WorkFigures['fromLibrary'], now: WorkFigures['fromLibrary']): WorkVerdict {
  if (Math.min(before.cases, now.cases) < FEWEST_CASES) return 'tooFew';
  const difference = compareShares(before, now);
  if (!difference) return 'tooFew';
  const { value, low, high, chance } = difference;
  // Interval and test may disagree at the edge; then it could be chance.
  if (chance >= ALPHA || (low <= 0 && high >= 0)) return 'chance';
  return value > 0 ? 'higher' : 'lower';
}
