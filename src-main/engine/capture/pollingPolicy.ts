import type { SourceKind } from '#shared/domain/capture.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { toUsd } from '../budget/money.ts';
import { getMonth, toMonth } from '../budget/monthlyCap.ts';
import type { EngineContext } from '../context/context.ts';
import { type OfficeTime, toOfficeTime } from '../conversations/officeTime.ts';
import { sumMicroUsd } from '../store/calls.ts';
import { countList } from '../store/conversationLists.ts';
import { getSettings } from '../store/settings.ts';
import type { CallName } from '../x/calls.ts';
import type { GetAllowance } from '../x/rateLimits.ts';

/** Polling policy for automatic poll cycles. */
export interface PollingPolicy {
  /** The time between two polls of a source of this kind, in milliseconds; 0 for on demand only. */
  readonly intervalMs: (kind: SourceKind) => number;
  /** The delay before the first automatic poll cycle, in milliseconds; 0 for on demand only. */
  readonly initialDelayMs: number;
  /** Whether a backfill may use one more call: enough of them must be left for polling. */
  readonly hasSpareCall: (kind: SourceKind) => boolean;
}

/** Polls every source at the same fixed interval, in milliseconds; 0 for on demand only. */
export function fixedPolicy(intervalMs: number): PollingPolicy {
  return { intervalMs: () => intervalMs, initialDelayMs: intervalMs, hasSpareCall: () => true };
}

/** Seconds between two polls: while customers wait, and while nobody does. */
type Intervals = readonly [waiting: number, idle: number];

/** Private messages are polled less often than mentions, because X allows only 15 calls in 15 minutes. */
const intervals: Readonly<Record<SourceKind, Readonly<Record<OfficeTime, Intervals>>>> = {
  mentions: { open: [20, 60], closed: [60, 180], night: [180, 600] },
  dms: { open: [70, 120], closed: [120, 300], night: [300, 900] },
  ownPosts: { open: [60, 300], closed: [180, 900], night: [600, 1_800] },
  search: { open: [120, 300], closed: [300, 900], night: [900, 1_800] },
};

const calls: Readonly<Record<SourceKind, CallName>> = {
  mentions: 'listMentions',
  dms: 'listDms',
  ownPosts: 'listOwnPosts',
  search: 'searchRecent',
};

/** Calls of each rate limit window that a backfill leaves to polling: enough to poll messages every few minutes. */
const RESERVED_CALLS = 5;
/** Saving money makes intervals at most this many times longer, and none longer than this. */
const MAX_SAVING_FACTOR = 6;
const MAX_SAVING_INTERVAL_MS = 30 * MINUTE_MS;

/** Polls often while customers wait and the office is open, rarely at night, and never faster than limits and money allow. */
export function adaptivePolicy(
  ctx: Pick<EngineContext, 'db' | 'clock'>,
  allowance: GetAllowance,
): PollingPolicy {
  const callsLeft = (kind: SourceKind): PollingFacts['callsLeft'] => {
    const left = allowance(calls[kind]);
    return left && { count: left.remaining, windowLeftMs: left.resetAt - ctx.clock.now() };
  };
  return {
    initialDelayMs: SECOND_MS,
    hasSpareCall: (kind) => (callsLeft(kind)?.count ?? Number.POSITIVE_INFINITY) > RESERVED_CALLS,
    intervalMs: (kind) =>
      toIntervalMs({
        kind,
        customersWait: countList(ctx.db, { view: 'queue', filter: {}, me: '', now: 0 }) > 0,
        time: toOfficeTime(ctx.clock.now(), getSettings(ctx.db).officeHours),
        callsLeft: callsLeft(kind),
        money: getMoney(ctx),
      }),
  };
}

function getMoney(ctx: Pick<EngineContext, 'db' | 'clock'>): PollingFacts['money'] {
  const { capUsd, spentUsd } = getMonth(ctx);
  if (capUsd === null) return null;
  const now = ctx.clock.now();
  return {
    leftUsd: capUsd - spentUsd,
    monthLeftMs: toMonth(now).endsAt - now,
    spentLastDayUsd: toUsd(sumMicroUsd(ctx.db, now - DAY_MS, now + 1)),
  };
}

/** The facts that decide how soon a source is polled again. */
export interface PollingFacts {
  readonly kind: SourceKind;
  /** Whether customers wait for a reply. */
  readonly customersWait: boolean;
  readonly time: OfficeTime;
  /** Calls that X still allows in this rate limit window; null if unknown. */
  readonly callsLeft: { readonly count: number; readonly windowLeftMs: number } | null;
  /** Money left in this month; null without a cap. */
  readonly money: {
    readonly leftUsd: number;
    readonly monthLeftMs: number;
    readonly spentLastDayUsd: number;
  } | null;
}

/** The time until a source is polled again, in milliseconds: never less than limits and money allow. */
export function toIntervalMs(facts: PollingFacts): number {
  const [waiting, idle] = intervals[facts.kind][facts.time];
  const usualMs = (facts.customersWait ? waiting : idle) * SECOND_MS;
  const savingMs = Math.min(usualMs * toSavingFactor(facts.money), MAX_SAVING_INTERVAL_MS);
  return Math.round(Math.max(usualMs, savingMs, toSpacingMs(facts.callsLeft)));
}

// What the last day cost, relative to what each day may cost if the money is to last until the end of the month.
function toSavingFactor(money: PollingFacts['money']): number {
  if (!money || money.spentLastDayUsd <= 0) return 1;
  const daysLeft = Math.max(money.monthLeftMs, HOUR_MS) / DAY_MS;
  const perDayUsd = Math.max(money.leftUsd, 0) / daysLeft;
  return Math.min(Math.max(money.spentLastDayUsd / perDayUsd, 1), MAX_SAVING_FACTOR);
}

// Spreads the calls over the rest of the window, except one that is kept for an agent who polls by hand.
function toSpacingMs(left: PollingFacts['callsLeft']): number {
  if (!left) return 0;
  return left.count <= 1 ? left.windowLeftMs : left.windowLeftMs / (left.count - 1);
}
