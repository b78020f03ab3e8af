import { useCallback } from 'react';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useOnceSeen } from '../../workspace/useOnceSeen.ts';

/** Takes mentions of the current agent as seen, once the conversation has been visible for a while. */
export function useMentionSeen({ id, mentionsMe }: Conversation, isInSight: boolean): void {
  const markSeen = useEngineCommand('notes.markSeen', { quiet: true });
  const mark = useCallback(() => void markSeen({ conversationId: id }), [id, markSeen]);
  useOnceSeen(mentionsMe && isInSight, mark);
}
