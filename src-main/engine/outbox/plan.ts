import type { OutboxRow } from '../store/outboxRow.ts';

/** What the outbox has to do now, and when to look again. */
export interface Plan {
  readonly release: readonly OutboxRow[];
  readonly attempt: readonly OutboxRow[];
  readonly look: readonly OutboxRow[];
  /** When the next thing is due; null while nothing waits for a time. */
  readonly wakeAt: number | null;
}

/**
 * Plans from all live answers, the oldest first. In one conversation answers go out in their order and one at a time;
 * what may have arrived is looked for at least once before the next goes out. `busy` holds the answers under way.
 */
export function planOutbox(rows: readonly OutboxRow[], busy: ReadonlySet<string>, now: number): Plan {
  const waits = toWaits(rows).filter(({ row }) => !busy.has(row.id));
  const due = waits.filter((wait) => wait.dueAt <= now).map((wait) => wait.row);
  const later = waits.filter((wait) => wait.dueAt > now).map((wait) => wait.dueAt);
  return {
    release: due.filter((row) => row.state === 'held'),
    attempt: due.filter((row) => row.state === 'queued'),
    look: due.filter((row) => row.state === 'unknown'),
    wakeAt: later.length > 0 ? Math.min(...later) : null,
  };
}

interface Wait {
  readonly row: OutboxRow;
  readonly dueAt: number;
}

// A queued answer behind another waits for that one to end, not for a time.
function toWaits(rows: readonly OutboxRow[]): Wait[] {
  const blocked = new Set<string>();
  return rows.flatMap((row) => {
    const dueAt = dueOf(row, blocked.has(row.conversationId));
    if (!isSetAside(row)) blocked.add(row.conversationId);
    return dueAt === null ? [] : [{ row, dueAt }];
  });
}

// What waits for an agent's word does not keep later answers back: those are looked at for themselves.
function isSetAside(row: OutboxRow): boolean {
  return row.state === 'unknown' ? row.looks > 0 : row.state === 'held' && row.heldUntil === null;
}

function dueOf(row: OutboxRow, isBlocked: boolean): number | null {
  if (row.state === 'held') return row.heldUntil;
  if (row.state === 'queued') return isBlocked ? null : (row.nextAttemptAt ?? 0);
  return row.state === 'unknown' ? row.nextAttemptAt : null;
}
