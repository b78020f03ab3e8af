import type { MessageKind } from '#shared/domain/message.ts';
import { HOUR_MS } from '#shared/time.ts';
import type { ThreadCandidate } from '../store/conversations.ts';
import type { MessageRole } from '../store/messages.ts';
import { DM_LOOKBACK_MS } from '../x/dmLookback.ts';

/** What to do with a message; `none` leaves it in the person's history, outside of any conversation. */
type Assignment =
  | { readonly kind: 'join'; readonly conversationId: string }
  | { readonly kind: 'reopen'; readonly conversationId: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'none' };

/**
 * Decides to which conversation a message belongs. `latest` is the person's unresolved conversation, else the one that was
 * opened last; null if there is none.
 *
 * | message                | no conversation | unresolved | resolved < reopenHours ago | resolved earlier |
 * | ---------------------- | --------------- | ---------- | -------------------------- | ---------------- |
 * | wanted                 | open            | join       | reopen                     | open             |
 * | own                    | none            | join       | join                       | none             |
 * | own, before it opened  |                 | none       | none                       | none             |
 * | context                | none            | none       | none                       | none             |
 */
export function decideAssignment(
  message: { readonly role: MessageRole; readonly at: number },
  latest: ThreadCandidate | null,
  reopenHours: number,
): Assignment {
  if (message.role === 'context') return { kind: 'none' };
  if (message.role === 'own') return assignOwn(message.at, latest, reopenHours);
  if (!latest) return { kind: 'open' };
  if (latest.resolvedAt === null) return { kind: 'join', conversationId: latest.id };
  const reopens = message.at < latest.resolvedAt + reopenHours * HOUR_MS;
  return reopens ? { kind: 'reopen', conversationId: latest.id } : { kind: 'open' };
}

function assignOwn(at: number, latest: ThreadCandidate | null, reopenHours: number): Assignment {
  if (!latest || at < latest.openedAt) return { kind: 'none' };
  const isLate = latest.resolvedAt !== null && at >= latest.resolvedAt + reopenHours * HOUR_MS;
  return isLate ? { kind: 'none' } : { kind: 'join', conversationId: latest.id };
}

/** The last message of a conversation from before the connecting, if silence after it ends the conversation. */
export interface LastWord {
  readonly at: number;
  readonly isReply: boolean;
}

interface SpokenMessage {
  readonly kind: MessageKind;
  readonly role: MessageRole;
  readonly at: number;
  /** Whether it came from a table of another tool. */
  readonly isImported?: 0 | 1;
}

/**
 * Returns a message as the last word of a conversation; null if its person still waits after it. Nobody waits for a reply to a private message
 * of before what X showed at the connecting: it comes from an archive, years later; nor to a message that another tool handled.
 */
export function toLastWord(
  { kind, role, at, isImported = 0 }: SpokenMessage,
  connectedAt: number,
): LastWord | null {
  if (role === 'own') return { at, isReply: true };
  const isOld = kind === 'dm' && at < connectedAt - DM_LOOKBACK_MS;
  return isOld || isImported === 1 ? { at, isReply: false } : null;
}

/** What decides whether a conversation from before the workspace was connected is over. */
interface EarlierConversation {
  readonly openedAt: number;
  /** Null while it is not resolved. */
  readonly resolvedAt: number | null;
  /** Null if its person waits, or if an agent has touched the conversation. */
  readonly lastWord: LastWord | null;
}

/**
 * When a conversation from before the connecting ended: at its last word, usually a reply, if `reopenHours` of silence
 * followed, up to the person's `next` message or the connecting. Null if it is still work, or began after the connecting.
 *
 *     reopenHours = 72      question   reply           next message     connecting
 *     over since the reply  ───●─────────●───── 80 h ───────●───────────────┃
 *     goes on               ───●─────────●── 20 h ──●───────────────────────┃
 */
export function overSince(
  { openedAt, resolvedAt, lastWord }: EarlierConversation,
  next: number | null,
  { connectedAt, reopenHours }: { readonly connectedAt: number; readonly reopenHours: number },
): number | null {
  if (resolvedAt !== null || lastWord === null || openedAt >= connectedAt) return null;
  const silentUntil = Math.min(next ?? connectedAt, connectedAt);
  return silentUntil >= lastWord.at + reopenHours * HOUR_MS ? lastWord.at : null;
}
