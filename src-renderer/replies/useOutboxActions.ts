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
  /** Cancels a held, stopped or queued reply and opens its text in the composer; one that was approved waits for that again. */
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
  const { compose, keepWritten } = useComposing();
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
        if (result.ok && result.value.approvalId === undefined) compose(conversationId, result.value);
      },
      sendNow: async ({ outboxId }) => void (await sendNow({ id: outboxId })),
      confirm: async (target) => void (await confirm({ id: target.outboxId, ...toSeen(memory, target) })),
      discard: async ({ outboxId, conversationId }) => {
        const result = await cancel({ id: outboxId });
        if (result.ok && result.value.approvalId === undefined)
          await keepWritten(conversationId, result.value.channel);
      },
      retry: async (target) => void (await retry({ id: target.outboxId, ...toSeen(memory, target) })),
      edit: async ({ outboxId, conversationId }) => {
        const result = await dismiss({ id: outboxId });
        if (result.ok) compose(conversationId, result.value);
      },
      dismiss: async ({ outboxId, conversationId }) => {
        const result = await dismiss({ id: outboxId });
        if (result.ok) await keepWritten(conversationId, result.value.channel);
      },
      settle: async ({ outboxId }, outcome) => void (await settle({ id: outboxId, outcome })),
    }),
    [memory, compose, keepWritten, cancel, sendNow, confirm, retry, settle, dismiss],
  );
}

// Beside an open conversation agents decide by what it shows; in the outbox by the reply alone, and all counts as seen.
function toSeen(memory: ConversationMemory, { conversationId }: OutboxTarget) {
  return withoutUndefined({ seenThrough: memory.of(conversationId).seenThrough });
}

/** What becomes of the composer's draft when a reply leaves the outbox. */
function useComposing() {
  const keeper = useDraftKeeper();
  const choices = useReplyChoicesStore();
  const saveDraft = useEngineCommand('drafts.save');
  const queries = useQueryClient();
  return useMemo(
    () => ({
      compose: (conversationId: string, { text, channel }: { text: string; channel: Channel }) => {
        keeper.set(conversationId, channel, mergeDrafts(text, keeper.get(conversationId, channel)));
        useUi.getState().select(conversationId);
        choices.getState().write(conversationId, channel);
        void queries.invalidateQueries({ queryKey: engineKey('drafts.list', { conversationId }) });
      },
      /** Replaces the draft that the engine made of the removed text by the one in the composer. */
      keepWritten: async (conversationId: string, channel: Channel) => {
        await saveDraft({ conversationId, channel, text: keeper.get(conversationId, channel) });
      },
    }),
    [keeper, choices, saveDraft, queries],
  );
}
