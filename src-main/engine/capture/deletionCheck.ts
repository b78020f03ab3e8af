import type { Account } from '#shared/domain/account.ts';
import { MONTH_DAYS } from '#shared/domain/cost.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { countAffordableChecks, priceOfThriftyChecks, SETTLED_SHARE } from '../budget/checksBudget.ts';
import { removeMessage } from '../conversations/removeMessage.ts';
import { getBudgetSettings } from '../store/budgetSettings.ts';
import { countCheckable, markChecked, truncateWal } from '../store/deletions.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { listUncheckedPosts, type StoredPost } from '../store/uncheckedPosts.ts';
import type { XPost, XPostLookup } from '../x/xClient.ts';
import type { CaptureContext } from './feed.ts';
import { toHorizon } from './lookback.ts';
import { createPace, type Pace } from './pace.ts';
import { storeCaptured } from './storeCaptured.ts';
import { listQuotedFacts, postToFacts } from './toFacts.ts';

/** Posts are checked again after this time, so that a deletion is noticed within 24 hours. */
const CHECK_AFTER_MS = 20 * HOUR_MS;
/** Posts of resolved conversations are checked while they are younger than this; other hits while X's search shows them. */
export const RECENT_MS = 30 * DAY_MS;
/** Posts per call, and calls per poll cycle. */
const CALL_SIZE = 100;
const MAX_CALLS = 3;
const purpose = { source: 'deletions' } as const;

/**
 * Looks up on X the posts that are due for a check, as far as the setting and the day's budget allow. A deleted post becomes a tombstone, an edited one gets its new wording, and one that an
 * earlier Perch stored wrongly is put right, and polls get their new votes. Returns the first error, or null; posts that were not
 * checked are due again in the next poll cycle, or in a later one if listing them takes long, and the newest wording of one that could not be fetched in the next check.
 * The engine is free between slices of the listing, which ends with `engineGone` once `isStopped`.
 */
export async function checkDeletions(
  ctx: CaptureContext,
  account: Account,
  isStopped: () => boolean,
): Promise<AppError | null> {
  for (let call = 0; call < MAX_CALLS; call += 1) {
    const posts = (await paceOf(ctx)(() => listDue(ctx), isStopped)) ?? [];
    if (isStopped()) return { code: 'engineGone' };
    if (posts.length === 0) return null;
    const error = await lookUp(ctx, account, posts);
    if (error) return error;
  }
  return null;
}

async function lookUp(
  ctx: CaptureContext,
  account: Account,
  posts: readonly StoredPost[],
): Promise<AppError | null> {
  const ids = posts.map((post) => post.versionXId);
  const found = await ctx.x.getPosts(ids, purpose);
  if (!found.ok) return found.error;
  const newest = await fetchNewestVersions(ctx, found.value.posts);
  const changed = [
    ...(await storeVersions(ctx, account, found.value)),
    ...(newest.ok ? await storeVersions(ctx, account, newest.value) : []),
    ...removeGone(ctx, posts, found.value.gone),
  ];
  if (changed.length > 0) {
    ctx.emit({ name: 'conversations.changed', params: { ids: [...new Set(changed)] } });
  }
  if (found.value.gone.length > 0) truncateWal(ctx.db);
  return newest.ok ? null : newest.error;
}

/** Listing what is due reads every unresolved conversation, of which there can be a hundred thousand. */
const paces = new WeakMap<CaptureContext['db'], Pace>();

function paceOf({ db, clock }: CaptureContext): Pace {
  const pace = paces.get(db) ?? createPace(clock);
  paces.set(db, pace);
  return pace;
}

/** What the checks of a month cost at most: with what is stored now, at the prices and under the cap that are set. */
export function priceOfChecks({ db, clock }: Pick<CaptureContext, 'db' | 'clock'>): {
  readonly thriftyUsd: number;
  readonly dailyUsd: number;
} {
  const { prices, monthlyCapUsd: capUsd } = getBudgetSettings(db);
  const { unresolved, settled } = countCheckable(db, clock.now() - RECENT_MS);
  const monthly = (posts: number) => posts * prices.postRead * MONTH_DAYS;
  const settledUsd = Math.min(
    monthly(settled),
    capUsd === null ? Number.POSITIVE_INFINITY : capUsd * SETTLED_SHARE,
  );
  return { thriftyUsd: priceOfThriftyChecks(capUsd), dailyUsd: monthly(unresolved) + settledUsd };
}

function* listDue(ctx: CaptureContext): Generator<void, readonly StoredPost[]> {
  const now = ctx.clock.now();
  if (getSettings(ctx.db).deletionChecks === 'off') return [];
  const recent = { posts: now - RECENT_MS, hits: toHorizon('search', now) };
  const query = { checkedBefore: now - CHECK_AFTER_MS, recent, limit: CALL_SIZE };
  const posts = yield* listUncheckedPosts(ctx.db, query);
  // Poll cycles run every few seconds and mostly find nothing due, which saves adding up the budget.
  if (posts.length === 0) return [];
  // Others had their turn, and may have changed the settings.
  const affordable = countAffordableChecks(ctx, getSettings(ctx.db).deletionChecks);
  return posts.filter(({ isResolved }, at) => at < (isResolved ? affordable.settled : affordable.unresolved));
}

const nothing: XPostLookup = { posts: [], referenced: [], users: [], gone: [], hidden: [], unreadable: [] };

// X returns the version that was looked up, which lists the ids of later ones.
async function fetchNewestVersions(
  ctx: CaptureContext,
  posts: readonly XPost[],
): Promise<Result<XPostLookup, AppError>> {
  const ids = posts.flatMap((post) => post.editIds.slice(-1).filter((id) => id !== post.id));
  return ids.length === 0 ? ok(nothing) : await ctx.x.getPosts(ids, purpose);
}

async function storeVersions(
  ctx: CaptureContext,
  account: Account,
  { posts, referenced: others, users, unreadable }: XPostLookup,
): Promise<readonly string[]> {
  // X describes referenced posts less well than those that were asked for, so that they replace nothing.
  const quoted = listQuotedFacts({ posts, referenced: others }, account.id);
  if (quoted.length > 0) {
    await storeCaptured(ctx, {
      source: 'deletions',
      messages: [],
      referenced: quoted,
      users,
      unreadable: [],
    });
  }
  const referenced = posts.map((post) => postToFacts(post, account.id));
  const page = { source: 'deletions', messages: [], referenced, users, unreadable, replaces: true };
  return (await storeCaptured(ctx, page)).changed;
}

function removeGone(
  ctx: CaptureContext,
  posts: readonly StoredPost[],
  gone: readonly string[],
): readonly string[] {
  const missing = new Set(gone);
  return inTransaction(ctx.db, () => {
    const ids = posts.map((post) => post.id);
    markChecked(ctx.db, ids, ctx.clock.now());
    return posts
      .filter((post) => missing.has(post.versionXId))
      .flatMap((post) => removeMessage(ctx, post.id));
  });
}
