import type { ReplyStatus, ReplyStatusKind } from '#shared/domain/reply.ts';

/** A status of this kind; a held reply stays so until `until`. */
export function someStatus(kind: ReplyStatusKind, until = 0): ReplyStatus {
  switch (kind) {
    case 'held':
      return { kind, until };
    case 'stopped':
      return { kind, reason: 'newMessage', confirmedMissing: false };
    case 'unknown':
      return { kind, reconcileAttempts: 0 };
    case 'sent':
      return { kind };
    default:
      return { kind, confirmedMissing: false };
  }
}
