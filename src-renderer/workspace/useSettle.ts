import { useMemo } from 'react';
import type { EngineInput } from '#shared/contract/engine.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useEngineCommand } from '../engine/hooks.ts';
import type { ConversationMemory } from './conversationMemory.ts';
import { useWorkspace } from './WorkspaceProvider.tsx';

type Shown = Conversation | null | undefined;

/** The commands that take the open conversation off the queue, and how far the agent has seen it. */
export interface Settle {
  setStatus(input: EngineInput<'conversations.setStatus'>, shown: Shown): Promise<unknown>;
  snooze(input: EngineInput<'conversations.snooze'>, shown: Shown): Promise<unknown>;
}

/** Returns the commands that must not cover what the agent has not seen of a conversation. */
export function useSettle(): Settle {
  const { memory } = useWorkspace();
  const setStatus = useEngineCommand('conversations.setStatus');
  const snooze = useEngineCommand('conversations.snooze');
  return useMemo(
    () => ({
      setStatus: (input, shown) => setStatus({ ...toSeen(memory, shown), ...input }),
      snooze: (input, shown) => snooze({ ...toSeen(memory, shown), ...input }),
    }),
    [memory, setStatus, snooze],
  );
}

// As far as the end of the conversation has been on the screen, or to the last message, which its row shows.
function toSeen(memory: ConversationMemory, shown: Shown) {
  return shown ? { seenThrough: memory.of(shown.id).seenThrough ?? shown.lastMessage.id } : {};
}
