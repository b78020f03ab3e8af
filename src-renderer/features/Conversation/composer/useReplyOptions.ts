import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { AppError } from '#shared/errors.ts';
import { useEngineQuery } from '../../../engine/hooks.ts';
import { useDebounced } from '../../../ui/useDebounced.ts';

/** How long typing must pause before the price is fetched again, in milliseconds. */
const typingPauseMs = 300;

export type ReplyOptions = EngineOutput<'replies.options'>;

/** The channels on which X would accept this reply, and its price; undefined until the first response. */
export function useReplyOptions(
  conversationId: string,
  text: string,
  targetId: string | undefined,
): ReplyOptions | undefined {
  const debounced = useDebounced(text, typingPauseMs);
  const target = targetId === undefined ? {} : { inReplyTo: targetId };
  const input = { conversationId, text: debounced, ...target };
  return useEngineQuery('replies.options', input, { keepPrevious: true }).data;
}

/** Why X would refuse a reply on a channel; null if it is open or nothing is known against it. */
export function toChannelError(options: ReplyOptions | undefined, channel: Channel): AppError | null {
  const option = options?.[channel];
  return option && !option.possible ? (option.hindrance ?? { code: 'notSent' }) : null;
}
