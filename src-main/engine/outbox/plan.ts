import { hasStatus, type OutboxRow, type RowWith } from '../store/outboxRow.ts';

/** So few that replies find room on the wire whatever X does with surveys. */
const SURVEYS_AT_ONCE = 2;

/** What is due in the outbox now, and when to plan again. */
export interface Plan {
  /** Undo time over. */
  readonly release: readonly RowWith<'held'>[];
  readonly attempt: readonly RowWith<'queued'>[];
  readonly reconcile: readonly RowWith<'unknown'>[];
  /** When the next one is due; null where nothing waits for a time. */
  readonly wakeAt: number | null;
}

/**
 * Plans from all live replies, the oldest first. Replies of one conversation go out in their order and one at a time; the
 * next goes out once an unknown one has been reconciled at least once. Messages of surveys come after all replies: they hold up none,
 * and are attempted once no reply is due, at most `SURVEYS_AT_ONCE`. `busy` holds the ids of replies under way.
 */
export function planOutbox(rows: readonly OutboxRow[], busy: ReadonlySet<string>, now: number): Plan {
  const [replies, surveys] = [
    rows.filter((row) => row.surveyId === null),
    rows.filter((row) => row.surveyId !== null),
  ];
  const waiting = toWaiting([...replies, ...surveys]).filter(({ row }) => !busy.has(row.id));
  const due = waiting.filter(({ dueAt }) => dueAt <= now).map(({ row }) => row);
  const later = waiting.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > now);
  return {
    release: due.filter((row) => hasStatus(row, 'held')),
    attempt: toAttempts(due, surveys.filter(({ id }) => busy.has(id)).length),
    reconcile: due.filter((row) => hasStatus(row, 'unknown')),
    wakeAt: later.length > 0 ? Math.min(...later) : null,
  };
}

// What is left over is planned again when what is attempted now has ended.
function toAttempts(due: readonly OutboxRow[], busySurveys: number): RowWith<'queued'>[] {
  const queued = due.filter((row) => hasStatus(row, 'queued'));
  const replies = queued.filter((row) => row.surveyId === null);
  if (replies.length > 0) return replies;
  return queued.slice(0, Math.max(0, SURVEYS_AT_ONCE - busySurveys));
}

interface Waiting {
  readonly row: OutboxRow;
  readonly dueAt: number;
}

// A queued reply behind another one waits for that one to end, not for a time.
function toWaiting(rows: readonly OutboxRow[]): Waiting[] {
  const blocked = new Set<string>();
  return rows.flatMap((row) => {
    const dueAt = toNextStepAt(row, blocked.has(row.conversationId));
    if (isBlocking(row)) blocked.add(row.conversationId);
    return dueAt === null ? [] : [{ row, dueAt }];
  });
}

// A reply that an agent has to decide about does not block later ones: those are checked themselves.
function isBlocking({ status }: OutboxRow): boolean {
  if (status.kind === 'unknown') return status.reconcileAttempts === 0;
  return status.kind !== 'stopped';
}

function toNextStepAt({ status, nextAttemptAt }: OutboxRow, isBlocked: boolean): number | null {
  if (status.kind === 'held') return status.until;
  if (status.kind === 'queued') return isBlocked ? null : (nextAttemptAt ?? 0);
  return status.kind === 'unknown' ? nextAttemptAt : null;
}
