import type { WorkComparison, WorkFigures, WorkVerdict } from '#shared/domain/workReport.ts';
import { compareShares } from '../statistics/compareShares.ts';
import { quantileIntervals } from '../statistics/quantileIntervals.ts';
import { wilsonInterval } from '../statistics/wilsonInterval.ts';
import { type CountName, countOf, type Tally, type TimedFigure, timesOf } from './tally.ts';

/** Above this a difference of shares could be chance. */
const ALPHA = 0.05;

/** The figures of the facts with some labels. */
export function toWorkFigures(tally: Tally, labels: readonly number[]): WorkFigures {
  const count = (name: CountName) => countOf(tally, name, labels);
  const toTimes = (figure: TimedFigure) => {
    const values = timesOf(tally, figure, labels);
    const [medianMs = null, p90Ms = null] = quantileIntervals(values, [0.5, 0.9]);
    return { cases: values.length, medianMs, p90Ms };
  };
  const replies = count('replies');
  return {
    opened: count('opened'),
    reopened: count('reopened'),
    received: count('received'),
    replies,
    firstReply: {
      ...toTimes('firstReply'),
      inTarget: toShare(count('firstMet'), count('firstTarget')),
      withoutTarget: count('firstWithoutTarget'),
    },
    nextReply: {
      ...toTimes('nextReply'),
      inTarget: toShare(count('nextMet'), count('nextTarget')),
      withoutTarget: count('nextWithoutTarget'),
    },
    resolved: toTimes('resolved'),
    fromLibrary: toShare(count('fromLibrary'), replies),
    fromReplies: toShare(count('fromReplies'), replies),
    reused: toShare(replies - count('notReused'), replies),
  };
}

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
