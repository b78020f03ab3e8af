import type { ConversationStatus, SettableStatus } from '#shared/domain/conversation.ts';

/** What a conversation's place in the lists follows from. Times are of the local clock. */
export interface StatusFacts {
  /** The status until now. */
  readonly before: ConversationStatus;
  /** What an agent last said. */
  readonly setStatus: SettableStatus | null;
  readonly setStatusAt: number | null;
  /** When the person was last answered; an answer that was refused or taken back does not count. */
  readonly answeredAt: number | null;
  /** Whether the person wrote something that is neither answered nor settled. */
  readonly waiting: boolean;
}

/** The status that follows: the agent's word, until a message asks for work again or an answer has done it. */
export function deriveStatus(facts: StatusFacts): ConversationStatus {
  const untouched = facts.before === 'new' && facts.answeredAt === null;
  const base = facts.setStatus ?? (untouched ? 'new' : 'open');
  if (base === 'resolved') return base;
  if (facts.waiting) return base === 'pending' ? 'open' : base;
  if (base === 'pending') return base;
  const answered = facts.answeredAt !== null && facts.answeredAt > (facts.setStatusAt ?? 0);
  return answered ? 'pending' : base;
}

/** The list in which a conversation stands, apart from the queue and "all". */
export function deriveView(
  status: ConversationStatus,
  snoozedUntil: number | null,
): 'open' | 'pending' | 'snoozed' | 'resolved' {
  if (status === 'resolved') return status;
  if (snoozedUntil !== null) return 'snoozed';
  return status === 'pending' ? status : 'open';
}
