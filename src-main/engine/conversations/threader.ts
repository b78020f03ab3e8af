import type { ThreadCandidate } from '../store/conversations.ts';
import type { MessageRole } from '../store/messages.ts';

/** Where a message belongs; `none` leaves it in the person's history alone. */
export type Place =
  | { readonly kind: 'join'; readonly conversationId: string }
  | { readonly kind: 'reopen'; readonly conversationId: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'none' };

const HOUR_MS = 3_600_000;

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

function placeOwn(at: number, latest: ThreadCandidate | null, reopenHours: number): Place {
  if (!latest || at < latest.openedAt) return { kind: 'none' };
  const late = latest.resolvedAt !== null && at >= latest.resolvedAt + reopenHours * HOUR_MS;
  return late ? { kind: 'none' } : { kind: 'join', conversationId: latest.id };
}
