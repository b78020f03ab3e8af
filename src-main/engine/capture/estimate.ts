import type { Account } from '#shared/domain/account.ts';
import { MONTH_DAYS, type Prices } from '#shared/domain/cost.ts';
import type { Between, Estimate } from '#shared/domain/estimate.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { priceOfThriftyChecks } from '../budget/checksBudget.ts';
import { toUsd } from '../budget/money.ts';
import type { EngineContext } from '../context/context.ts';
import { getBudgetSettings } from '../store/budgetSettings.ts';
import { sumCallsBySource } from '../store/calls.ts';
import { getSettings } from '../store/settings.ts';
import { toSnowflakeTime } from '../x/snowflake.ts';
import type { XPostCount } from '../x/xClient.ts';
import { exactly, scale, sum, upTo } from './between.ts';
import { priceOfChecks, RECENT_MS } from './deletionCheck.ts';
import { SMALL_PAGE_SIZE } from './dmFeed.ts';
import { lookbacks, toHorizon } from './lookback.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'x'>;

interface Wanted {
  readonly since: readonly (number | null)[];
  readonly countDms: boolean;
}

const purpose = { source: 'estimate' } as const;
/** The days that X counts. */
const COUNTED_DAYS = 7;
/** The first read of own posts takes one page. */
const MOST_OWN_POSTS = 100;

/**
 * What the first read would fetch and cost from each time, and each day after it. Nothing is invented: a number that X did not
 * give is a range from nothing to what X shows at most.
 */
export async function estimateReading(
  ctx: Context,
  account: Account,
  { since, countDms }: Wanted,
): Promise<Estimate> {
  const startedAt = ctx.clock.now();
  const { facts, error } = await gatherFacts(ctx, account, countDms);
  const { prices } = getBudgetSettings(ctx.db);
  return {
    begins: since.map((from) => ({ since: from, ...withUsd(toFirstRead(facts, from), prices) })),
    perDay: withChecks(withUsd(toPerDay(facts), prices), getChecksUsd(ctx, facts)),
    posts: facts.mentions && facts.ownPosts ? 'counted' : 'unknown',
    dms: toBasis(facts.dms),
    spentUsd: getSpent(ctx, startedAt),
    countDmsUsd: SMALL_PAGE_SIZE * prices.dmRead,
    ...(error ? { error } : {}),
  };
}

function toBasis(dms: DmSample | null): Estimate['dms'] {
  if (!dms) return 'unknown';
  return dms.isAll ? 'counted' : 'projected';
}

/** Asks X for what it counts; with the last reason why it did not. */
async function gatherFacts(
  ctx: Context,
  account: Account,
  countDms: boolean,
): Promise<{ readonly facts: Facts; readonly error: AppError | null }> {
  let error: AppError | null = null;
  const orNull = <T>(result: Result<T, AppError>): T | null => {
    if (result.ok) return result.value;
    error = result.error;
    return null;
  };
  const now = ctx.clock.now();
  const count = async (query: string) => orNull(await ctx.x.countPosts(query, purpose));
  const mentions = await count(toMentionsQuery(account));
  const ownPosts = mentions && (await count(`from:${account.handle} -is:retweet`));
  const dms = countDms ? orNull(await sampleDms(ctx)) : null;
  return { facts: { now, mentions, ownPosts, dms }, error };
}

// Retweets mention the account too, and open no conversation.
const toMentionsQuery = ({ handle }: Account): string => `@${handle} -from:${handle} -is:retweet`;

/** The newest private messages. */
interface DmSample {
  /** When they were written, the newest first. */
  readonly times: readonly number[];
  /** Whether X shows no others. */
  readonly isAll: boolean;
}

/** Reads one small page, which the first read gets again on the same day without a new charge. */
async function sampleDms({ x }: Context): Promise<Result<DmSample, AppError>> {
  const page = await x.listDms({ maxResults: SMALL_PAGE_SIZE }, purpose);
  if (!page.ok) return page;
  const { ids, nextToken, endUnknown } = page.value;
  const times = ids.map(toSnowflakeTime).toSorted((a, b) => b - a);
  return ok({ times, isAll: nextToken === undefined && !endUnknown });
}

interface Facts {
  readonly now: number;
  /** Null where X did not say. */
  readonly mentions: readonly XPostCount[] | null;
  readonly ownPosts: readonly XPostCount[] | null;
  readonly dms: DmSample | null;
}

type Reads = Pick<Estimate['perDay'], 'mentions' | 'dms' | 'ownPosts'>;

function toFirstRead({ now, mentions, ownPosts, dms }: Facts, since: number | null): Reads {
  return {
    mentions: toPosts(mentions, since, now, lookbacks.mentions.items ?? 0),
    ownPosts: toPosts(ownPosts, since, now, MOST_OWN_POSTS),
    dms: dms ? toDms(dms, since, now) : { least: 0, most: null },
  };
}

// X counts seven days, up to an hour: windows do not ask at the same instant. Of what is older only the most that X shows is known.
function toPosts(
  counts: readonly XPostCount[] | null,
  since: number | null,
  now: number,
  most: number,
): Between {
  if (!counts) return upTo(most);
  const from = since ?? 0;
  const counted = Math.min(most, countFrom(counts, from));
  return from < now - COUNTED_DAYS * DAY_MS - HOUR_MS ? { least: counted, most } : exactly(counted);
}

const countFrom = (counts: readonly XPostCount[], from: number): number =>
  counts.filter(({ to }) => to > from).reduce((all, { count }) => all + count, 0);

// Older ones than the sample are as frequent as those in it, as far as anybody can know.
function toDms({ times, isAll }: DmSample, since: number | null, now: number): Between {
  const from = Math.max(since ?? 0, toHorizon('dms', now));
  const oldest = times.at(-1) ?? now;
  const known = times.filter((at) => at >= from).length;
  if (isAll || from >= oldest) return exactly(known);
  return exactly(Math.round(known + toRate(times, now) * (oldest - from)));
}

const toRate = (times: readonly number[], now: number): number =>
  times.length / Math.max(now - (times.at(-1) ?? now), 1);

function toPerDay({ now, mentions, ownPosts, dms }: Facts): Reads {
  const daily = (counts: readonly XPostCount[] | null) =>
    counts ? exactly(countFrom(counts, 0) / COUNTED_DAYS) : { least: 0, most: null };
  return {
    mentions: daily(mentions),
    ownPosts: daily(ownPosts),
    dms: dms ? exactly(toDailyDms(dms, now)) : { least: 0, most: null },
  };
}

// Polls read the newest page again and again, and X charges each message of it once per UTC day.
function toDailyDms(sample: DmSample, now: number): number {
  const shown = toDms(sample, null, now).least;
  const days = -toHorizon('dms', 0) / DAY_MS;
  const fresh = sample.isAll ? shown / days : toRate(sample.times, now) * DAY_MS;
  return fresh + Math.min(SMALL_PAGE_SIZE, sample.times.length);
}

function withUsd(reads: Reads, prices: Prices): Reads & { usd: Between } {
  const usd = sum([
    scale(reads.mentions, prices.mentionRead),
    scale(reads.dms, prices.dmRead),
    scale(reads.ownPosts, prices.postRead),
  ]);
  return { ...reads, usd };
}

/** What checking for deleted posts costs in a day at most, under the cap. */
function getChecksUsd(ctx: Context, facts: Facts): number {
  const { monthlyCapUsd: capUsd } = getBudgetSettings(ctx.db);
  switch (getSettings(ctx.db).deletionChecks) {
    case 'off':
      return 0;
    case 'thrifty':
      return priceOfThriftyChecks(capUsd) / MONTH_DAYS;
    case 'daily':
      return Math.min(toDailyChecksUsd(ctx, facts), (capUsd ?? Number.POSITIVE_INFINITY) / MONTH_DAYS);
  }
}

// Nothing is stored yet: after some weeks each day checks the posts of all days that count as recent. What X did not count is
// as much as it shows at most.
function toDailyChecksUsd(ctx: Context, facts: Facts): number {
  const { mentions, ownPosts } = toPerDay(facts);
  const days = RECENT_MS / DAY_MS;
  const posts = (perDay: Between, shown: number) => (perDay.most === null ? shown : perDay.most * days);
  const expected = posts(mentions, lookbacks.mentions.items ?? 0) + posts(ownPosts, MOST_OWN_POSTS);
  const { postRead } = getBudgetSettings(ctx.db).prices;
  return Math.max(expected * postRead, priceOfChecks(ctx).dailyUsd / MONTH_DAYS);
}

const withChecks = <R extends { usd: Between }>(reads: R, checksUsd: number) => ({
  ...reads,
  usd: sum([reads.usd, upTo(checksUsd)]),
  checksUsd,
});

function getSpent({ db, clock }: Context, startedAt: number): number {
  const sums = sumCallsBySource(db, startedAt, clock.now() + 1);
  return toUsd(sums.find(({ source }) => source === purpose.source)?.microUsd ?? 0);
}
