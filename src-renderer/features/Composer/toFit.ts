import { remainingLength } from '#shared/domain/postLength.ts';
import type { OpenReply } from './useReply.ts';

/** Whether an answer may go out as it stands. */
export interface AnswerFit {
  /** Weighted characters left in a post; null in private, where there is no such limit. */
  readonly remaining: number | null;
  /** How many characters are too many. */
  readonly over: number;
  readonly canSend: boolean;
}

/** How an answer fits its channel. */
export function toFit({
  channel,
  text,
  obstacle,
  hindrance,
}: Pick<OpenReply, 'channel' | 'text' | 'obstacle' | 'hindrance'>): AnswerFit {
  const remaining = channel === 'public' ? remainingLength(text) : null;
  const over = Math.max(0, -(remaining ?? 0));
  return {
    remaining,
    over,
    canSend: obstacle === null && hindrance === null && over === 0 && text.trim() !== '',
  };
}
