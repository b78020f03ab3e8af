import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import type { EngineContext } from '../context/context.ts';
import { type Candidate, CLOCKS_APART_MS } from '../conversations/matchSent.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import { getThreadId } from '../store/replyTargets.ts';
import type { CallPurpose } from '../x/calls.ts';
import { listQuotedIds } from '../x/postReferences.ts';
import { toFirstSnowflake } from '../x/snowflake.ts';
import type { XPost, XPostPage } from '../x/xClient.ts';

type Candidates = Result<readonly Candidate[], AppError>;
interface CandidatePage {
  readonly candidates: readonly Candidate[];
  readonly nextToken: string | undefined;
}
type ReadPage = (token: string | undefined) => Promise<Result<CandidatePage, AppError>>;

/** The most items in a page of X, and the pages in which it shows the account's posts. */
const PAGE_SIZE = 100;
const MAX_PAGES = 32;
/** X searches the last seven days; a minute less, since the clocks differ. */
const SEARCH_LOOKBACK_MS = 7 * DAY_MS - MINUTE_MS;

/**
 * Fetches the account's own messages among which a reply must be if it arrived: private ones to its person, else posts.
 * `since` is a time of X's clock. `refusedByX` where X lets Perch read neither timeline nor search.
 */
export async function fetchCandidates(
  ctx: EngineContext,
  row: OutboxRow,
  since: number,
): Promise<Candidates> {
  const account = ctx.account();
  if (!account) return err({ code: 'notConnected' });
  if (row.channel === 'dm') return await fetchOwnDms(ctx, row, account.id, since);
  const timeline = await fetchOwnPosts(ctx, row, account.id, since);
  const isClosed = !timeline.ok && timeline.error.code === 'refusedByX';
  return isClosed ? await searchOwnPosts(ctx, row, account, since) : timeline;
}

// A busy private conversation brings more than a page between the attempt and the reconciliation; X takes no time to start from.
async function fetchOwnDms(
  ctx: EngineContext,
  row: OutboxRow,
  accountId: string,
  since: number,
): Promise<Candidates> {
  const range = { participantId: row.personId, maxResults: PAGE_SIZE };
  return readPages(async (token) => {
    const page = await ctx.x.listDmsWith({ ...range, ...withToken(token) }, purposeOf(row));
    if (!page.ok) return page;
    const { dms, nextToken } = page.value;
    const own = dms.filter((dm) => dm.senderId === accountId);
    const candidates = own.map(({ id: xId, text, at, shared: quotes }) => ({
      xId,
      text,
      at,
      inReplyTo: null,
      quotes,
    }));
    const isPast = dms.some(({ at }) => at < since - CLOCKS_APART_MS);
    return ok({ candidates, nextToken: isPast ? undefined : nextToken });
  });
}

// A busy account posts more than a page between the attempt and the reconciliation.
function fetchOwnPosts(
  ctx: EngineContext,
  row: OutboxRow,
  userId: string,
  since: number,
): Promise<Candidates> {
  const range = { userId, maxResults: PAGE_SIZE, sinceId: toFirstSnowflake(since - CLOCKS_APART_MS) };
  return readPages(async (token) =>
    toCandidates(userId, await ctx.x.listOwnPosts({ ...range, ...withToken(token) }, purposeOf(row))),
  );
}

// Finds the same where X refuses the timeline.
function searchOwnPosts(
  ctx: EngineContext,
  row: OutboxRow,
  account: Account,
  since: number,
): Promise<Candidates> {
  const threadId = row.inReplyTo === null ? null : getThreadId(ctx.db, row.inReplyTo);
  const query = `from:${account.handle}${threadId === null ? '' : ` conversation_id:${threadId}`}`;
  const startAt = Math.max(since - CLOCKS_APART_MS, ctx.xClock.toXTime(ctx.clock.now()) - SEARCH_LOOKBACK_MS);
  const range = { query, startAt, maxResults: PAGE_SIZE };
  return readPages(async (token) =>
    toCandidates(account.id, await ctx.x.searchRecent({ ...range, ...withToken(token) }, purposeOf(row))),
  );
}

async function readPages(read: ReadPage): Promise<Candidates> {
  const found: Candidate[] = [];
  let token: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await read(token);
    if (!page.ok) return page;
    found.push(...page.value.candidates);
    token = page.value.nextToken;
    if (token === undefined) break;
  }
  return ok(found);
}

// Somebody else may have the account's handle by now, and so be found in a search for it.
function toCandidates(accountId: string, page: Result<XPostPage, AppError>): Result<CandidatePage, AppError> {
  if (!page.ok) return page;
  const own = page.value.posts.filter((post) => post.authorId === accountId);
  return ok({ candidates: own.map(toCandidate), nextToken: page.value.nextToken });
}

const withToken = (token: string | undefined) => (token === undefined ? {} : { token });
/** What calls to X for a reply are accounted to. */
export const purposeOf = ({ conversationId }: Pick<OutboxRow, 'conversationId'>): CallPurpose => ({
  source: 'answers',
  conversationId,
});

function toCandidate(post: XPost): Candidate {
  const inReplyTo = post.references.find((one) => one.type === 'replied_to')?.id ?? null;
  const quotes = listQuotedIds(post);
  return { xId: post.editIds[0] ?? post.id, text: post.text, at: post.at, inReplyTo, quotes };
}
