import type { WorkComparison, WorkFigure, WorkFigures, WorkVerdict } from '#shared/domain/workReport.ts';
import { compareShares } from '../statistics/compareShares.ts';
import { quantileInterval } from '../statistics/quantileInterval.ts';
import { wilsonInterval } from '../statistics/wilsonInterval.ts';
import type { WorkFact } from './walkConversation.ts';

/** Above this a difference of shares could be chance. */
const ALPHA = 0.05;

/** The figures of some facts. */
export function toWorkFigures(facts: readonly WorkFact[]): WorkFigures {
  const of = (figure: WorkFigure) => facts.filter((fact) => fact.figure === figure);
  const replies = of('replies');
  return {
    opened: of('opened').length,
    reopened: of('reopened').length,
    received: of('received').length,
    replies: replies.length,
    firstReply: toReplyTimes(of('firstReply'), of('firstTarget')),
    nextReply: toReplyTimes(of('nextReply'), of('nextTarget')),
    resolved: toTimes(of('resolved')),
    fromLibrary: toShare(replies.map(({ isFromLibrary }) => isFromLibrary)),
  };
}

function toTimes(facts: readonly WorkFact[]): WorkFigures['resolved'] {
  const times = facts.flatMap(({ ms }) => ms ?? []);
  return {
    cases: times.length,
    medianMs: quantileInterval(times, 0.5),
    p90Ms: quantileInterval(times, 0.9),
  };
}

const toReplyTimes = (
  replies: readonly WorkFact[],
  targets: readonly WorkFact[],
): WorkFigures['firstReply'] => ({
  ...toTimes(replies),
  inTarget: toShare(targets.map(({ target }) => target === 'met')),
  withoutTarget: replies.filter(({ target }) => target === null).length,
});

function toShare(answers: readonly boolean[]): WorkFigures['fromLibrary'] {
  const hits = answers.filter(Boolean).length;
  return { hits, cases: answers.length, share: wilsonInterval(hits, answers.length) };
}

/** Whether the figures of a period are higher or lower than those of the one before. */
export function compareWork(before: WorkFigures, now: WorkFigures): WorkComparison['verdicts'] {
  return {
    firstReply: compareMedians(before.firstReply, now.firstReply),
    nextReply: compareMedians(before.nextReply, now.nextReply),
    resolved: compareMedians(before.resolved, now.resolved),
    firstInTarget: compareParts(before.firstReply.inTarget, now.firstReply.inTarget),
    nextInTarget: compareParts(before.nextReply.inTarget, now.nextReply.inTarget),
    fromLibrary: compareParts(before.fromLibrary, now.fromLibrary),
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
