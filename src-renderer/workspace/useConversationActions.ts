import { useCallback, useMemo } from 'react';
import type { EngineInput } from '#shared/contract/engine.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { useEngineCommand } from '../engine/hooks.ts';
import { useKeptUnread } from '../state/keptUnread.ts';
import { type DoneWhat, useUi } from '../state/ui.ts';
import { underWay } from '../state/underWay.ts';
import type { ConversationMemory } from './conversationMemory.ts';
import { useBulkActions } from './useBulkActions.ts';
import { useWorkspace } from './WorkspaceProvider.tsx';

type Shown = Conversation | null | undefined;

/** What agents do to a conversation as a whole. Each says what it did in a toast, from which it can be undone. */
export interface ConversationActions {
  setStatus(input: EngineInput<'conversations.setStatus'>, shown: Shown): Promise<void>;
  snooze(input: EngineInput<'conversations.snooze'>, shown: Shown): Promise<void>;
  assign(input: EngineInput<'conversations.assign'>): Promise<void>;
  setPriority(input: EngineInput<'conversations.setPriority'>): Promise<void>;
  /** Marks all of it as read. */
  markRead(id: string): Promise<void>;
  /** Marks messages as unread; if the conversation is open, they stay so until it is opened again. */
  markUnread(input: EngineInput<'conversations.markUnread'>): Promise<void>;
  /** Makes the person of a conversation a VIP, or ends that. */
  setVip(conversationId: string, input: EngineInput<'people.setVip'>): Promise<void>;
  /** Adds or removes one tag, which has this name; resolves to whether that worked. */
  tag(input: EngineInput<'conversations.tag'>, name: string): Promise<boolean>;
}

/** Returns the actions; those that settle or hide a conversation do not cover what the agent has not seen of it. */
export function useConversationActions(): ConversationActions {
  const { memory } = useWorkspace();
  const setStatus = useEngineCommand('conversations.setStatus');
  const snooze = useEngineCommand('conversations.snooze');
  const assign = useEngineCommand('conversations.assign');
  const tag = useEngineCommand('conversations.tag');
  const setVip = useEngineCommand('people.setVip');
  const marking = useMarking();
  const setPriority = usePrioritising();
  return useMemo(
    () => ({
      ...marking,
      setPriority,
      setStatus: async (input, shown) => {
        const result = await underWay(setStatus({ ...toSeen(memory, shown), ...input }));
        const isReopened = input.status === 'open' && shown?.status === 'resolved';
        say(input.id, { type: isReopened ? 'reopened' : input.status }, result);
      },
      snooze: async (input, shown) => {
        const result = await underWay(snooze({ ...toSeen(memory, shown), ...input }));
        const { id, until } = input;
        say(id, until === null ? { type: 'unsnoozed' } : { type: 'snoozed', until }, result);
      },
      assign: async (input) => {
        const result = await underWay(assign(input));
        const { id, agent } = input;
        say(id, agent === null ? { type: 'unassigned' } : { type: 'assigned', agent }, result);
      },
      setVip: async (conversationId, input) => {
        say(conversationId, { type: input.isVip ? 'vip' : 'notVip' }, await underWay(setVip(input)));
      },
      tag: async (input, name) => {
        const result = await underWay(tag(input));
        say(input.id, { type: input.add ? 'tagged' : 'untagged', tag: name }, result);
        return result.ok;
      },
    }),
    [marking, setPriority, memory, setStatus, snooze, assign, setVip, tag],
  );
}

function usePrioritising(): ConversationActions['setPriority'] {
  const setPriority = useEngineCommand('conversations.setPriority');
  return useCallback(
    async (input) => {
      const result = await underWay(setPriority(input));
      say(input.id, { type: 'priority', priority: input.priority }, result);
    },
    [setPriority],
  );
}

function useMarking(): Pick<ConversationActions, 'markRead' | 'markUnread'> {
  const { change } = useBulkActions();
  const markUnread = useEngineCommand('conversations.markUnread');
  return useMemo(
    () => ({
      markRead: async (id) => {
        useKeptUnread.getState().release(id);
        await change([{ id }], { type: 'read' });
      },
      markUnread: async (input) => {
        useKeptUnread.getState().keep(input.id);
        say(input.id, { type: 'unread' }, await underWay(markUnread(input)));
      },
    }),
    [change, markUnread],
  );
}

// As far as the end of the conversation has been on the screen, or to the last message, which its row shows.
function toSeen(memory: ConversationMemory, shown: Shown) {
  return shown ? { seenThrough: memory.of(shown.id).seenThrough ?? shown.lastMessage.id } : {};
}

type Outcome = Result<{ readonly activityId?: string | undefined }, AppError>;

function say(conversationId: string, what: DoneWhat, result: Outcome): void {
  if (!result.ok || result.value.activityId === undefined) return;
  useUi.getState().did({ activityId: result.value.activityId, conversationId, what, at: Date.now() });
}
