import type { AgentKey } from '../../../scripts/year/shop.ts';
import { toMonth, toWeekHour } from './officeTime.ts';
import type { Story } from './readBook.ts';

/** What a report of the work has to say of some conversations in a period, counted one by one. */
export interface Counted {
  readonly opened: number;
  readonly reopened: number;
  readonly received: number;
  readonly replies: number;
  readonly firstReply: CountedReplies;
  readonly nextReply: CountedReplies;
  readonly resolved: CountedTimes;
}

interface CountedTimes {
  readonly cases: number;
  readonly medianMs: number | null;
  readonly p90Ms: number | null;
}

interface CountedReplies extends CountedTimes {
  readonly met: number;
  readonly targets: number;
}

interface Period {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** `responses` are the times of responses to surveys, which are received and wait for nothing. */
export function countWork(
  stories: readonly Story[],
  responses: readonly number[],
  { from, to }: Period,
  agent?: AgentKey,
): Counted {
  const isIn = (at: number) => from <= at && at < to;
  const isTheirs = (one: { readonly agent: AgentKey }) => agent === undefined || one.agent === agent;
  const replies = stories
    .flatMap((story) => story.replies)
    .filter(({ at }) => isIn(at))
    .filter(isTheirs);
  const targets = stories.flatMap((story) => story.targets).filter(({ at }) => isIn(at));
  const resolved = stories
    .flatMap((story) => story.resolved)
    .filter(({ at }) => isIn(at))
    .filter(isTheirs);
  const ofKind = (kind: 'first' | 'next'): CountedReplies => {
    const judged = targets.filter((target) => target.kind === kind);
    return {
      ...toTimes(replies.filter((reply) => reply.kind === kind)),
      met: judged.filter(({ isMet }) => isMet).length,
      targets: judged.length,
    };
  };
  return {
    opened: stories.filter(({ openedAt }) => isIn(openedAt)).length,
    reopened: stories.flatMap((story) => story.reopened).filter(isIn).length,
    received: [...stories.flatMap((story) => story.received), ...responses].filter(isIn).length,
    replies: replies.length,
    firstReply: ofKind('first'),
    nextReply: ofKind('next'),
    resolved: toTimes(resolved),
  };
}

function toTimes(of: readonly { readonly ms: number }[]): CountedTimes {
  const sorted = of.map(({ ms }) => ms).toSorted((a, b) => a - b);
  /** The smallest that so many of a hundred do not exceed. */
  const smallest = (percent: number) =>
    sorted.find((_, index) => (index + 1) * 100 >= percent * sorted.length) ?? null;
  return { cases: sorted.length, medianMs: smallest(50), p90Ms: smallest(90) };
}

/** For each month of a period: its first day, and what was not resolved at its end, or at the end of the period. */
export function countMonths(stories: readonly Story[], { from, to }: Period) {
  const months = new Map<string, number>();
  for (let at = from; at < to; at += 3_600_000) months.set(toMonth(at), Math.min(at + 3_600_000, to));
  return [...months].map(([key, end]) => {
    const atEnd = (spans: Story['waiting']) => spans.some(([begin, until]) => begin < end && until >= end);
    return {
      key,
      opened: stories.filter(({ openedAt }) => toMonth(openedAt) === key && openedAt < to).length,
      unresolved: stories.filter(({ unresolved }) => atEnd(unresolved)).length,
      waiting: stories.filter(({ waiting }) => atEnd(waiting)).length,
    };
  });
}

/** How many fell on each hour of the week. */
export function countHours(times: readonly number[]): number[][] {
  const rows = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const at of times) {
    const { day, hour } = toWeekHour(at);
    const row = rows[day];
    if (row) row[hour] = (row[hour] ?? 0) + 1;
  }
  return rows;
}
