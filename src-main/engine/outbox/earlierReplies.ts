import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { earliestOf } from '../conversations/findSent.ts';
import type { Candidate } from '../conversations/matchSent.ts';
import { listOutboxRowsNotSent } from '../store/outboxLists.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import { fetchCandidates } from './fetchCandidates.ts';
import { RESEND_DELAY_MS } from './transitions.ts';

type Candidates = Result<readonly Candidate[], AppError>;

/**
 * The replies that were in the outbox when this engine started and are not reconciled with X since. An old copy of the
 * folder or a write-ahead log cut off by a power failure may have brought them back, although they were sent.
 */
export interface EarlierReplies {
  /** Whether this reply is one of them. */
  has(row: OutboxRow): boolean;
  /**
   * How long to wait before they are reconciled, in milliseconds: X shows late what may have been sent just before this
   * start. 0 if the store is certainly the one that the last engine closed.
   */
  waitMs(): number;
  /** What `fetchCandidates` returns; fetched once for all public replies, and once for the private ones to a person. */
  fetchCandidates(row: OutboxRow): Promise<Candidates>;
  /** Whether X shows by now all that may have been sent before this start, so that the next start need not wait. */
  isSettled(): boolean;
  /** This reply is reconciled: it counts as one written since the start. */
  settle(row: OutboxRow): void;
}

interface Fetch {
  readonly since: number;
  readonly candidates: Promise<Candidates>;
}

/** Lists the replies that are in the outbox now, at the start; see `takeCleanEnd` for `isContinued`. */
export function listEarlierReplies(ctx: EngineContext, isContinued: boolean): EarlierReplies {
  const rows = new Map(listOutboxRowsNotSent(ctx.db).map((row) => [row.id, row]));
  const startedMs = ctx.clock.elapsedMs();
  const fetches = new Map<string, Fetch>();
  const waitMs = () => (isContinued ? 0 : Math.max(startedMs + RESEND_DELAY_MS - ctx.clock.elapsedMs(), 0));
  return {
    has: ({ id }) => rows.has(id),
    waitMs,
    isSettled: () => rows.size === 0 || waitMs() === 0,
    fetchCandidates: async (row) => {
      const key = keyOf(row);
      const known = fetches.get(key);
      if (known && known.since <= earliestOf(row)) return await known.candidates;
      const fetch = begin(ctx, row, toSince(row, [...rows.values()]));
      fetches.set(key, fetch);
      const candidates = await fetch.candidates;
      if (!candidates.ok && fetches.get(key) === fetch) fetches.delete(key);
      return candidates;
    },
    settle: ({ id }) => {
      rows.delete(id);
      if (rows.size === 0) fetches.clear();
    },
  };
}

// The account's timeline shows its replies to everybody, but only one person's private messages can be fetched at once.
const keyOf = ({ channel, personId }: OutboxRow): string => (channel === 'dm' ? personId : 'public');

// As far back as all others need that will be sent without an agent; those that stopped weeks ago fetch more if confirmed.
function toSince(row: OutboxRow, rows: readonly OutboxRow[]): number {
  const others = rows.filter(
    (other) =>
      keyOf(other) === keyOf(row) && (other.status.kind === 'held' || other.status.kind === 'queued'),
  );
  return Math.min(...[row, ...others].map(earliestOf));
}

// Without a post, so that a search for public replies covers all conversations.
function begin(ctx: EngineContext, row: OutboxRow, since: number): Fetch {
  return { since, candidates: fetchCandidates(ctx, { ...row, inReplyTo: null }, ctx.xClock.toXTime(since)) };
}
