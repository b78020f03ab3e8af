import type { Message } from '#shared/domain/message.ts';

/** How long a person waited for replies, in milliseconds. */
export interface ReplyTimes {
  /** Null if there was no reply. */
  readonly firstReplyMs: number | null;
  readonly nextReplyMs: readonly number[];
}

/**
 * How long a person waited for each reply: from the first message that had none yet. What both of them wrote to others does not
 * count.
 *
 *     person 9:00   person 9:05   reply 9:20   reply 9:21   person 10:00   reply 10:30
 *     └────────── 20 min ─────────────┘                     └──── 30 min ────┘
 */
export function toReplyTimes(messages: readonly Pick<Message, 'at' | 'direction' | 'context'>[]): ReplyTimes {
  const waits: number[] = [];
  let since: number | null = null;
  for (const { at, direction, context } of messages) {
    if (context) continue;
    if (direction === 'in') {
      since ??= at;
    } else if (since !== null) {
      waits.push(at - since);
      since = null;
    }
  }
  const [first = null, ...next] = waits;
  return { firstReplyMs: first, nextReplyMs: next };
}
