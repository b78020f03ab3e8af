import type { ConversationStatus, SettableStatus } from '#shared/domain/conversation.ts';
import type { ServiceLevel } from '#shared/domain/serviceLevel.ts';
import type { EngineContext } from '../context/context.ts';
import { getDueSettings } from '../store/serviceLevels.ts';
import { listSummaryFacts, type Summary, type SummaryFacts, writeSummary } from '../store/summaries.ts';
import { createDueTimes, createLevels } from './dueTime.ts';
import { advancePauses, toPauses } from './pauses.ts';
import { noteReplied } from './targets.ts';

/**
 * Brings the derived columns of conversations (status, view, due time, unread, last message) in line with their messages,
 * their outbox and what agents set, and notes which target a reply has to meet. Call it at the end of every transaction that
 * touches one of these. Idempotent: calling it again changes nothing, so no counter can drift.
 */
export function summarise({ db, clock }: Pick<EngineContext, 'db' | 'clock'>, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const settings = getDueSettings(db);
  const rules = {
    toDueTimes: createDueTimes(settings),
    levelOf: createLevels(db, settings, ids),
    now: clock.now(),
  };
  for (const facts of listSummaryFacts(db, ids)) {
    const summary = toSummary(facts, rules);
    if (facts.stored.dueReply !== null) noteReplied(db, settings, { facts, summary, now: rules.now });
    writeSummary(db, facts, summary);
  }
}

interface Rules {
  readonly toDueTimes: ReturnType<typeof createDueTimes>;
  readonly levelOf: (id: string) => ServiceLevel | null;
  readonly now: number;
}

function toSummary(facts: SummaryFacts, rules: Rules): Summary {
  const { setStatus, setStatusAt, repliedAt, waitingSince, undecidedSince, unread, lang, last } = facts;
  const followUpAt = toFollowUpAt(facts);
  const waiting = waitingSince !== null || followUpAt !== null;
  const status = deriveStatus({ before: facts.status, setStatus, setStatusAt, repliedAt, waiting });
  const view = deriveView(status, facts.snoozedUntil);
  // A reply that will not arrive by itself leaves its person waiting, even where it may already be on X.
  const since = view === 'open' || view === 'snoozed' ? (waitingSince ?? undecidedSince ?? followUpAt) : null;
  const pauses = toNextPauses(facts, { view, isWaiting: since !== null }, rules.now);
  return {
    status,
    view,
    inQueue: view === 'open' && since !== null,
    waitingSince: since,
    ...(since === null ? nothingDue : toDue(facts, { since, pauses }, rules)),
    pauses,
    unread,
    lang,
    last,
  };
}

const nothingDue = { dueAt: null, lateAt: null, dueReply: null, dueLevel: null } as const;

function toDue(
  { id, openedAt, repliedAt, waitingSince }: SummaryFacts,
  { since, pauses }: { readonly since: number; readonly pauses: string | null },
  { toDueTimes, levelOf }: Rules,
) {
  const reply = waitingSince === null ? null : repliedAt === null ? 'first' : 'next';
  const level = levelOf(id);
  return toDueTimes({
    reply,
    since: reply === 'first' ? openedAt : since,
    pauses: toPauses(pauses),
    level,
  });
}

/** The clock of a reply that is due stands still while the conversation is snoozed, and that of the first one also while it is put aside. */
function toNextPauses(
  { stored, snoozedUntil, repliedAt, waitingSince, last }: SummaryFacts,
  { view, isWaiting }: { readonly view: Summary['view']; readonly isWaiting: boolean },
  now: number,
): string | null {
  const isPaused = view !== 'open' && (isWaiting || repliedAt === null);
  if (!isPaused && stored.pauses === null) return null;
  const until = view === 'snoozed' ? snoozedUntil : null;
  const wroteAt = [waitingSince, last?.direction === 'in' ? last.at : null];
  return advancePauses(stored.pauses, { isPaused, until, wroteAt, now });
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
