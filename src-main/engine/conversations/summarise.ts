import type { ConversationStatus, SettableStatus } from '#shared/domain/conversation.ts';
import type { WorkspaceSettings } from '#shared/domain/workspaceSettings.ts';
import type { Db } from '../store/open.ts';
import { listSummaryFacts, type Summary, type SummaryFacts, writeSummary } from '../store/summaries.ts';
import { createDueTimes } from './dueTime.ts';

type Settings = Pick<WorkspaceSettings, 'responseTargetMinutes' | 'officeHours'>;

/**
 * Brings the derived columns of conversations (status, view, due time, unread, last message) in line with their messages,
 * their outbox and what agents set. Call it at the end of every transaction that touches one of these. Idempotent: calling
 * it again changes nothing, so no counter can drift.
 */
export function summarise(db: Db, ids: readonly string[], settings: Settings): void {
  if (ids.length === 0) return;
  const toDueTimes = createDueTimes(settings);
  for (const facts of listSummaryFacts(db, ids)) writeSummary(db, facts, toSummary(facts, toDueTimes));
}

function toSummary(facts: SummaryFacts, toDueTimes: ReturnType<typeof createDueTimes>): Summary {
  const { setStatus, setStatusAt, repliedAt, waitingSince, undecidedSince, unread, lang, last } = facts;
  const followUpAt = toFollowUpAt(facts);
  const waiting = waitingSince !== null || followUpAt !== null;
  const status = deriveStatus({ before: facts.status, setStatus, setStatusAt, repliedAt, waiting });
  const view = deriveView(status, facts.snoozedUntil);
  // A reply that will not arrive by itself leaves its person waiting, even where it may already be on X.
  const since = view === 'open' || view === 'snoozed' ? (waitingSince ?? undecidedSince ?? followUpAt) : null;
  return {
    status,
    view,
    inQueue: view === 'open' && since !== null,
    waitingSince: since,
    ...(since === null ? { dueAt: null, lateAt: null } : toDueTimes(since)),
    unread,
    lang,
    last,
  };
}

/** Since when an agent should follow up: a snooze ended without a reply of the person, and nobody has done anything since. */
function toFollowUpAt({ followUp, setStatusAt, repliedAt }: SummaryFacts): number | null {
  if (followUp === null || setStatusAt !== followUp.setStatusAt) return null;
  return (repliedAt ?? 0) > (followUp.repliedAt ?? 0) ? null : followUp.at;
}

/** What the status of a conversation follows from. Times are of the local clock. */
export interface StatusFacts {
  /** The status so far. */
  readonly before: ConversationStatus;
  /** What an agent set last. */
  readonly setStatus: SettableStatus | null;
  readonly setStatusAt: number | null;
  /** When the person was last replied to; a refused or cancelled reply does not count. */
  readonly repliedAt: number | null;
  /** Whether the person wrote something that nobody has replied to or settled, or a snooze ended without a reply of theirs. */
  readonly waiting: boolean;
}

/** The status that follows: what an agent set, until a new message calls for work or a reply has done it. */
export function deriveStatus(facts: StatusFacts): ConversationStatus {
  const untouched = facts.before === 'new' && facts.repliedAt === null;
  const base = facts.setStatus ?? (untouched ? 'new' : 'open');
  if (base === 'resolved') return base;
  if (facts.waiting) return base === 'pending' ? 'open' : base;
  if (base === 'pending') return base;
  const answered = facts.repliedAt !== null && facts.repliedAt > (facts.setStatusAt ?? 0);
  return answered ? 'pending' : base;
}

/** The view that lists a conversation, besides the queue and `all`. */
export function deriveView(status: ConversationStatus, snoozedUntil: number | null): Summary['view'] {
  if (status === 'resolved') return status;
  if (snoozedUntil !== null) return 'snoozed';
  return status === 'pending' ? status : 'open';
}
