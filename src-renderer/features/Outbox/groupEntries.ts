import type { OutboxEntry } from '#shared/domain/reply.ts';

/** The answers of the outbox by what they want: a decision, patience, or nothing more. */
export interface OutboxGroups {
  readonly needsYou: readonly OutboxEntry[];
  readonly onTheWay: readonly OutboxEntry[];
  readonly sent: readonly OutboxEntry[];
}

/** Groups answers, each group in the order of `entries`. */
export function groupEntries(entries: readonly OutboxEntry[]): OutboxGroups {
  return {
    needsYou: entries.filter(needsDecision),
    onTheWay: entries.filter((entry) => entry.state !== 'sent' && !needsDecision(entry)),
    sent: entries.filter(({ state }) => state === 'sent'),
  };
}

/** True where nothing more happens until an agent decides. */
export function needsDecision({ state, error }: Pick<OutboxEntry, 'state' | 'error'>): boolean {
  return state === 'refused' || state === 'unknown' || error?.code === 'lookAgain';
}
