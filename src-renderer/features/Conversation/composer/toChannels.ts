import type { Message } from '#shared/domain/message.ts';
import type { Channel } from '#shared/domain/reply.ts';

/** Why a channel is closed, by what the conversation and X say about it. */
export type ClosedReason = 'noPublicPost' | 'dmsClosed';

export interface Channels {
  /** The posts of the person that a public answer may reply to, the newest last. */
  readonly posts: readonly Message[];
  readonly public: ClosedReason | null;
  readonly dm: ClosedReason | null;
  /** Where the two spoke last: there an answer is expected. */
  readonly usual: Channel;
}

interface Input {
  readonly conversationId: string;
  readonly messages: readonly Message[];
  /** False while older messages of the person are not loaded. */
  readonly complete: boolean;
  /** Null while it is not known. */
  readonly receivesDms: boolean | null;
}

/** Which channels are open for an answer in a conversation, and which one is the usual. */
export function toChannels({ conversationId, messages, complete, receivesDms }: Input): Channels {
  const wanted = messages.filter((message) => message.direction === 'in' && !message.context);
  const posts = wanted.filter(
    (message) => message.kind === 'post' && message.conversationId === conversationId && message.xId,
  );
  const hasDm = wanted.some((message) => message.kind === 'dm');
  const reachesBack = !complete && messages[0]?.conversationId === conversationId;
  const isPublic = posts.length > 0 || reachesBack;
  const isDm = hasDm || receivesDms !== false;
  const last = messages.findLast((message) => !message.context);
  const usual = last?.kind === 'post' || !isDm ? 'public' : 'dm';
  return {
    posts,
    public: isPublic ? null : 'noPublicPost',
    dm: isDm ? null : 'dmsClosed',
    usual: usual === 'public' && !isPublic && isDm ? 'dm' : usual,
  };
}
