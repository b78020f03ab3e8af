import { HOUR_MS } from '#shared/time.ts';
import type { ThreadCandidate } from '../store/conversations.ts';
import type { MessageRole } from '../store/messages.ts';

/** Where a message belongs; `none` leaves it in the person's history alone. */
export type Place =
  | { readonly kind: 'join'; readonly conversationId: string }
  | { readonly kind: 'reopen'; readonly conversationId: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'none' };

/**
 * Decides where a message belongs. `latest` is the person's conversation that is not resolved, else the one that was
 * opened last; null where there is none. Own messages join what they answer and open nothing.
 */
export function decidePlace(
  message: { readonly role: MessageRole; readonly at: number },
  latest: ThreadCandidate | null,
  reopenHours: number,
): Place {
  if (message.role === 'context') return { kind: 'none' };
  if (message.role === 'own') return placeOwn(message.at, latest, reopenHours);
  if (!latest) return { kind: 'open' };
  if (latest.resolvedAt === null) return { kind: 'join', conversationId: latest.id };
  const reopens = message.at < latest.resolvedAt + reopenHours * HOUR_MS;
  return reopens ? { kind: 'reopen', conversationId: latest.id } : { kind: 'open' };
}

/** What decides whether a stretch of the history from before Perch is over. */
export interface Stretch {
  readonly openedAt: number;
  /** Null while it is not resolved. */
  readonly resolvedAt: number | null;
  /** When the account had the last word; null where it had not, or where an agent has touched the stretch. */
  readonly answeredAt: number | null;
}

/**
 * Since when a stretch that began before the workspace was connected is over: since its last answer, where silence of
 * `reopenHours` followed, up to the person's `next` message or the connecting. Null for all that is work or came since.
 */
export function overSince(
  stretch: Stretch,
  next: number | null,
  { connectedAt, reopenHours }: { readonly connectedAt: number; readonly reopenHours: number },
): number | null {
  const { openedAt, resolvedAt, answeredAt } = stretch;
  if (resolvedAt !== null || answeredAt === null || openedAt >= connectedAt) return null;
  const silentUntil = Math.min(next ?? connectedAt, connectedAt);
  return silentUntil >= answeredAt + reopenHours * HOUR_MS ? answeredAt : null;
}

function placeOwn(at: number, latest: ThreadCandidate | null, reopenHours: number): Place {
  if (!latest || at < latest.openedAt) return { kind: 'none' };
  const late = latest.resolvedAt !== null && at >= latest.resolvedAt + reopenHours * HOUR_MS;
  return late ? { kind: 'none' } : { kind: 'join', conversationId: latest.id };
}
