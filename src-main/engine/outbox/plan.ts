import { hasStatus, type OutboxRow, type RowWith } from '../store/outboxRow.ts';

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
 * next goes out once an unknown one has been reconciled at least once. `busy` holds the ids of replies under way.
 */
export function planOutbox(rows: readonly OutboxRow[], busy: ReadonlySet<string>, now: number): Plan {
  const waiting = toWaiting(rows).filter(({ row }) => !busy.has(row.id));
  const due = waiting.filter(({ dueAt }) => dueAt <= now).map(({ row }) => row);
  const later = waiting.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > now);
  return {
    release: due.filter((row) => hasStatus(row, 'held')),
    attempt: due.filter((row) => hasStatus(row, 'queued')),
    reconcile: due.filter((row) => hasStatus(row, 'unknown')),
    wakeAt: later.length > 0 ? Math.min(...later) : null,
  };
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
