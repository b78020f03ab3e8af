import type { EngineOutput } from '#shared/contract/engine.ts';
import type { WorkFigures } from '#shared/domain/workReport.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/time.ts';

type Report = EngineOutput<'reports.work'>;

const share = (hits: number, cases: number) => ({
  hits,
  cases,
  share: { value: hits / cases, low: 0.6, high: 0.9 },
});

const minutes = (value: number) => ({
  value: value * MINUTE_MS,
  low: (value - 5) * MINUTE_MS,
  high: (value + 5) * MINUTE_MS,
});

/** Figures of a period in which 30 of 40 targets for first replies were met. */
export const someWorkFigures = (change: Partial<WorkFigures> = {}): WorkFigures => ({
  opened: 50,
  reopened: 3,
  received: 140,
  replies: 90,
  firstReply: {
    cases: 48,
    medianMs: minutes(35),
    p90Ms: { value: 2 * HOUR_MS, low: null, high: null },
    inTarget: share(30, 40),
    withoutTarget: 8,
  },
  nextReply: {
    cases: 0,
    medianMs: null,
    p90Ms: null,
    inTarget: { hits: 0, cases: 0, share: null },
    withoutTarget: 0,
  },
  resolved: { cases: 25, medianMs: minutes(185), p90Ms: minutes(900) },
  fromLibrary: share(45, 90),
  fromReplies: share(12, 90),
  reused: share(50, 90),
  ...change,
});

const quiet = () => Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));

/** Messages on Tuesdays at ten only. */
const busyTuesday = quiet().map((row, day) => row.map((_, hour) => (day === 1 && hour === 10 ? 12 : 0)));

/** A report on a week with one gap and a change of office hours, and on the week before. */
export const aWorkReport = (change: Partial<Report> = {}): Report => ({
  asKnownOn: 1,
  figures: someWorkFigures(),
  comparison: {
    figures: someWorkFigures({ received: 100 }),
    verdicts: {
      firstReply: 'higher',
      nextReply: 'tooFew',
      resolved: 'chance',
      firstInTarget: 'lower',
      nextInTarget: 'tooFew',
      fromLibrary: 'chance',
      reused: 'chance',
    },
  },
  steps: ['2026-11-02', '2026-11-03'].map((key, index) => ({
    key,
    opened: 20 + index,
    received: 70 + index,
    replies: 45 + index,
    resolved: 12 + index,
    unresolved: 30 + index,
    waiting: 7 + index,
  })),
  hours: { received: busyTuesday, replies: quiet() },
  handovers: share(3, 4),
  costs: { usd: 12.5, perResolvedUsd: 0.5 },
  gaps: [
    {
      source: 'ownPosts',
      from: 0,
      to: HOUR_MS,
      reason: 'away',
      figures: ['replies', 'firstReply', 'firstTarget'],
    },
  ],
  settingsChanges: [{ at: 0, officeHours: true, target: false }],
  erasures: { count: 2, lastAt: 5 },
  ...change,
});
