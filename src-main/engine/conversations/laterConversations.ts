import { HOUR_MS } from '#shared/time.ts';
import type { Db } from '../store/open.ts';
import type { Assignable } from './assignBatch.ts';
import { type Candidate, findCandidateAt } from './earlierHistory.ts';
import { toLastWord } from './threadingRules.ts';

interface Options {
  readonly connectedAt: number;
  readonly reopenHours: number;
  /** Resolves the conversation that a person's next message may join if it was over before this time. */
  readonly settle: (personId: string, next: number) => void;
}

/**
 * Returns what is called with each message of a person, in the order of time, before it is assigned. It keeps a conversation out of `candidates` as
 * long as the messages are of long before it and nobody waits for a reply to them: what an archive or a table brings of a person would
 * otherwise join what is open today, which then waits since then, or reopen what is resolved.
 */
export function createLaterConversations(
  db: Db,
  candidates: Map<string, Candidate>,
  { connectedAt, reopenHours, settle }: Options,
): (message: Assignable) => void {
  const later = new Map<string, Candidate>();
  const isLongBefore = (at: number, { openedAt }: Candidate) => at + reopenHours * HOUR_MS < openedAt;
  const setAside = (message: Assignable, latest: Candidate) => {
    const { personId, at } = message;
    if (!isLongBefore(at, latest) || toLastWord(message, connectedAt) === null) return;
    later.set(personId, latest);
    const earlier = findCandidateAt(db, personId, at, connectedAt);
    if (earlier) candidates.set(personId, earlier);
    else candidates.delete(personId);
  };
  const bringBack = ({ personId, at }: Assignable, aside: Candidate) => {
    if (isLongBefore(at, aside)) return;
    settle(personId, at);
    if (candidates.get(personId)?.resolvedAt === null) return;
    candidates.set(personId, aside);
    later.delete(personId);
  };
  return (message) => {
    const aside = later.get(message.personId);
    const latest = candidates.get(message.personId);
    if (aside) bringBack(message, aside);
    else if (latest) setAside(message, latest);
  };
}
