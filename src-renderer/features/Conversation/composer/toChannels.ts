import type { Message } from '#shared/domain/message.ts';
import type { Channel } from '#shared/domain/reply.ts';

/** Why a channel is closed: there is no public post to reply to, or the person does not accept private messages. */
export type ClosedReason = 'noPublicPost' | 'dmsClosed';

export interface Channels {
  /** The person's posts that a public reply can answer, newest last. */
  readonly posts: readonly Message[];
  readonly public: ClosedReason | null;
  readonly dm: ClosedReason | null;
  /** The channel of the latest message, where the person expects the reply. */
  readonly usual: Channel;
}

interface Input {
  readonly conversationId: string;
  readonly messages: readonly Message[];
  /** False while older messages are not loaded. */
  readonly complete: boolean;
  /** Null if unknown. */
  readonly receivesDms: boolean | null;
}

/** Returns which channels are open for a reply in a conversation, and which one is the default. */
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
