import type { SourceKind } from '#shared/domain/capture.ts';
import { toOfficeTime } from '#shared/domain/officeHours.ts';
import { toUsd } from '../budget/money.ts';
import { getMonth, toMonth } from '../budget/monthlyCap.ts';
import type { EngineContext } from '../context.ts';
import { sumMicroUsd } from '../store/calls.ts';
import { countViews } from '../store/conversations.ts';
import { getSettings } from '../store/settings.ts';
import type { CallName } from '../x/calls.ts';
import type { GetAllowance } from '../x/rateLimits.ts';
import { type RhythmFacts, toWaitMs } from './toWaitMs.ts';

/** How often sources are asked without anybody's wish. */
export interface Rhythm {
  /** How long to wait before a source of this kind is asked again, in milliseconds; 0: only on demand. */
  readonly waitMs: (kind: SourceKind) => number;
  /** How long to wait for the first round. */
  readonly firstMs: number;
  /** Whether one more call for what was missed leaves enough of them for what comes in meanwhile. */
  readonly sparesCall: (kind: SourceKind) => boolean;
}

/** The same time between all rounds; 0 for rounds on demand only. */
export function fixedRhythm(intervalMs: number): Rhythm {
  return { waitMs: () => intervalMs, firstMs: intervalMs, sparesCall: () => true };
}

const calls: Readonly<Record<SourceKind, CallName>> = {
  mentions: 'listMentions',
  dms: 'listDms',
  ownPosts: 'listOwnPosts',
  search: 'searchRecent',
};

const FIRST_MS = 1_000;
/** Of X's window, so many calls of a kind are left to what comes in: private messages are seen every few minutes with them. */
const SPARED_CALLS = 5;
const DAY_MS = 24 * 3_600_000;

/** Fast while customers wait and the office is open, slow at night, and never faster than limits and money last. */
export function adaptiveRhythm(ctx: Pick<EngineContext, 'db' | 'clock'>, allowance: GetAllowance): Rhythm {
  const callsLeft = (kind: SourceKind): RhythmFacts['callsLeft'] => {
    const left = allowance(calls[kind]);
    return left && { count: left.remaining, windowLeftMs: left.resetAt - ctx.clock.now() };
  };
  return {
    firstMs: FIRST_MS,
    sparesCall: (kind) => (callsLeft(kind)?.count ?? Number.POSITIVE_INFINITY) > SPARED_CALLS,
    waitMs: (kind) =>
      toWaitMs({
        kind,
        somebodyWaits: countViews(ctx.db, '').queue > 0,
        time: toOfficeTime(ctx.clock.now(), getSettings(ctx.db).officeHours),
        callsLeft: callsLeft(kind),
        money: getMoney(ctx),
      }),
  };
}

function getMoney(ctx: Pick<EngineContext, 'db' | 'clock'>): RhythmFacts['money'] {
  const { capUsd, spentUsd } = getMonth(ctx);
  if (capUsd === null) return null;
  const now = ctx.clock.now();
  return {
    leftUsd: capUsd - spentUsd,
    monthLeftMs: toMonth(now).endsAt - now,
    spentLastDayUsd: toUsd(sumMicroUsd(ctx.db, now - DAY_MS, now + 1)),
  };
}
