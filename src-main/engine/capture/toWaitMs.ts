import type { SourceKind } from '#shared/domain/capture.ts';
import type { OfficeTime } from '#shared/domain/officeHours.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';

/** What decides how soon a source is asked again. */
export interface RhythmFacts {
  readonly kind: SourceKind;
  /** Whether customers wait for an answer. */
  readonly somebodyWaits: boolean;
  readonly time: OfficeTime;
  /** The calls that X still allows in this window; null where nobody knows. */
  readonly callsLeft: { readonly count: number; readonly windowLeftMs: number } | null;
  /** The money that this month still has; null without a cap. */
  readonly money: {
    readonly leftUsd: number;
    readonly monthLeftMs: number;
    readonly spentLastDayUsd: number;
  } | null;
}

/** Seconds between two questions: while somebody waits, and while nobody does. */
type Waits = readonly [waiting: number, idle: number];

/** Private messages are asked for less often than posts: X allows 15 such calls in 15 minutes. */
const waits: Readonly<Record<SourceKind, Readonly<Record<OfficeTime, Waits>>>> = {
  mentions: { open: [20, 60], closed: [60, 180], night: [180, 600] },
  dms: { open: [70, 120], closed: [120, 300], night: [300, 900] },
  ownPosts: { open: [60, 300], closed: [180, 900], night: [600, 1_800] },
  search: { open: [120, 300], closed: [300, 900], night: [900, 1_800] },
};

/** Saving never slows Perch down further than this. */
const SLOWEST_MS = 30 * MINUTE_MS;
const MOST_SAVING = 6;

/** How long to wait before a source is asked again, in milliseconds: never faster than limits and money last. */
export function toWaitMs(facts: RhythmFacts): number {
  const [waiting, idle] = waits[facts.kind][facts.time];
  const usualMs = (facts.somebodyWaits ? waiting : idle) * SECOND_MS;
  const thriftyMs = Math.max(usualMs, Math.min(usualMs * toSaving(facts.money), SLOWEST_MS));
  return Math.round(Math.max(thriftyMs, toSpacingMs(facts.callsLeft)));
}

// What was spent in the last day, against what each day may cost so that the money lasts to the end of the month.
function toSaving(money: RhythmFacts['money']): number {
  if (!money || money.spentLastDayUsd <= 0) return 1;
  const daysLeft = Math.max(money.monthLeftMs / DAY_MS, HOUR_MS / DAY_MS);
  const perDayUsd = Math.max(money.leftUsd, 0) / daysLeft;
  return Math.min(Math.max(money.spentLastDayUsd / perDayUsd, 1), MOST_SAVING);
}

// One call is kept back, for an agent who asks by hand.
function toSpacingMs(left: RhythmFacts['callsLeft']): number {
  if (!left) return 0;
  return left.count <= 1 ? left.windowLeftMs : left.windowLeftMs / (left.count - 1);
}
