import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { mergeDrafts } from '#shared/domain/mergeDrafts.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { engineKey, useEngineCommand } from '../engine/hooks.ts';
import { useUi } from '../state/ui.ts';
import type { ConversationMemory } from '../workspace/conversationMemory.ts';
import { useDraftKeeper } from '../workspace/useDraft.ts';
import { useReplyChoicesStore, useWorkspace } from '../workspace/WorkspaceProvider.tsx';

/** A reply in the outbox and the conversation that it belongs to. */
export interface OutboxTarget {
  readonly outboxId: string;
  readonly conversationId: string;
}

export interface OutboxActions {
  /**
   * Cancels a held, stopped or queued reply and opens its text in the composer. One that was approved waits for that again, and of a
   * survey nothing is left.
   */
  undo(target: OutboxTarget): Promise<void>;
  sendNow(target: OutboxTarget): Promise<void>;
  /** Sends a stopped reply after all. */
  confirm(target: OutboxTarget): Promise<void>;
  /** Removes a stopped or queued reply; the draft in the composer stays as it is. */
  discard(target: OutboxTarget): Promise<void>;
  retry(target: OutboxTarget): Promise<void>;
  /** Removes a refused reply and opens its text in the composer. */
  edit(target: OutboxTarget): Promise<void>;
  /** Removes a refused reply; the draft in the composer stays as it is. */
  dismiss(target: OutboxTarget): Promise<void>;
  settle(target: OutboxTarget, outcome: 'sent' | 'notSent'): Promise<void>;
}

/** What an agent can do with replies that X does not have yet. */
export function useOutboxActions(): OutboxActions {
  const { memory } = useWorkspace();
  const compose = useComposing();
  const cancel = useEngineCommand('outbox.cancel');
  const sendNow = useEngineCommand('outbox.sendNow');
  const confirm = useEngineCommand('outbox.confirm');
  const retry = useEngineCommand('outbox.retry');
  const settle = useEngineCommand('outbox.settle');
  const dismiss = useEngineCommand('outbox.dismiss');

  return useMemo(
    () => ({
      undo: async ({ outboxId, conversationId }) => {
        const result = await cancel({ id: outboxId });
        if (!result.ok) return;
        const { surveyId, approvalId } = result.value;
        if (surveyId === undefined && approvalId === undefined) compose(conversationId, result.value);
      },
      sendNow: async ({ outboxId }) => void (await sendNow({ id: outboxId })),
      confirm: async (target) => void (await confirm({ id: target.outboxId, ...toSeen(memory, target) })),
      discard: async ({ outboxId }) => void (await cancel({ id: outboxId, discard: true })),
      retry: async (target) => void (await retry({ id: target.outboxId, ...toSeen(memory, target) })),
      edit: async ({ outboxId, conversationId }) => {
        const result = await dismiss({ id: outboxId });
        if (result.ok) compose(conversationId, result.value);
      },
      dismiss: async ({ outboxId }) => void (await dismiss({ id: outboxId, discard: true })),
      settle: async ({ outboxId }, outcome) => void (await settle({ id: outboxId, outcome })),
    }),
    [memory, compose, cancel, sendNow, confirm, retry, settle, dismiss],
  );
}

// Beside an open conversation agents decide by what it shows; in the outbox by the reply alone, and all counts as seen.
function toSeen(memory: ConversationMemory, { conversationId }: OutboxTarget) {
  return withoutUndefined({ seenThrough: memory.of(conversationId).seenThrough });
}

/** Opens the text of a reply that leaves the outbox in the composer. */
function useComposing() {
  const keeper = useDraftKeeper();
  const choices = useReplyChoicesStore();
  const queries = useQueryClient();
  return useMemo(
    () =>
      (conversationId: string, { text, channel }: { text: string; channel: Channel }) => {
        keeper.set(conversationId, channel, mergeDrafts(text, keeper.get(conversationId, channel)));
        useUi.getState().select(conversationId);
        choices.getState().write(conversationId, channel);
        void queries.invalidateQueries({ queryKey: engineKey('drafts.list', { conversationId }) });
      },
    [keeper, choices, queries],
  );
}
