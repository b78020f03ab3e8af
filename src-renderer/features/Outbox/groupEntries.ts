import type { OutboxEntry } from '#shared/domain/reply.ts';

/** The replies of the outbox by what they need: a decision, time, or nothing more. */
export interface OutboxGroups {
  readonly needsYou: readonly OutboxEntry[];
  readonly onTheWay: readonly OutboxEntry[];
  readonly sent: readonly OutboxEntry[];
}

/** Groups replies, each group in the order of `entries`. */
export function groupEntries(entries: readonly OutboxEntry[]): OutboxGroups {
  const isSent = ({ status }: OutboxEntry) => status.kind === 'sent';
  return {
    needsYou: entries.filter(needsDecision),
    onTheWay: entries.filter((entry) => !isSent(entry) && !needsDecision(entry)),
    sent: entries.filter(isSent),
  };
}

/** Whether nothing more happens until an agent decides. */
export function needsDecision({ status }: Pick<OutboxEntry, 'status'>): boolean {
  return status.kind === 'refused' || status.kind === 'unknown' || status.kind === 'stopped';
}
