import { useMemo } from 'react';
import { mergeDrafts } from '#shared/domain/mergeDrafts.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { useEngineCommand } from '../engine/hooks.ts';
import { useUi } from '../state/ui.ts';
import { useDraftKeeper } from '../workspace/useDraft.ts';
import { useReplyChoicesStore } from '../workspace/WorkspaceProvider.tsx';

/** An answer in the outbox and the conversation that it belongs to. */
export interface OutboxTarget {
  readonly outboxId: string;
  readonly conversationId: string;
}

export interface OutboxActions {
  /** Takes a held answer back into the composer of its conversation. */
  undo(target: OutboxTarget): Promise<void>;
  sendNow(target: OutboxTarget): Promise<void>;
  /** Sends an answer that was stopped for a second look. */
  confirm(target: OutboxTarget): Promise<void>;
  /** Removes an answer that was stopped; what is being written stays as it is. */
  discard(target: OutboxTarget): Promise<void>;
  retry(target: OutboxTarget): Promise<void>;
  /** Takes a refused answer back into the composer. */
  edit(target: OutboxTarget): Promise<void>;
  /** Removes a refused answer; what is being written stays as it is. */
  dismiss(target: OutboxTarget): Promise<void>;
  settle(target: OutboxTarget, outcome: 'sent' | 'notSent'): Promise<void>;
}

/** What an agent can do with answers that are on their way or did not arrive. */
export function useOutboxActions(): OutboxActions {
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
        if (result.ok) compose(conversationId, result.value);
      },
      sendNow: async ({ outboxId }) => void (await sendNow({ id: outboxId })),
      confirm: async ({ outboxId }) => void (await confirm({ id: outboxId })),
      discard: async ({ outboxId, conversationId }) => {
        const result = await cancel({ id: outboxId });
        if (result.ok) await keepWritten(conversationId, result.value.channel);
      },
      retry: async ({ outboxId }) => void (await retry({ id: outboxId })),
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
    [compose, keepWritten, cancel, sendNow, confirm, retry, settle, dismiss],
  );
}

/** What becomes of the composer's text when an answer leaves the outbox. */
function useComposing() {
  const keeper = useDraftKeeper();
  const choices = useReplyChoicesStore();
  const saveDraft = useEngineCommand('drafts.save');
  return useMemo(
    () => ({
      compose: (conversationId: string, { text, channel }: { text: string; channel: Channel }) => {
        keeper.set(conversationId, channel, mergeDrafts(text, keeper.get(conversationId, channel)));
        useUi.getState().select(conversationId);
        choices.getState().write(conversationId, channel);
      },
      /** The engine made a draft of the removed text: what stands in the composer takes its place. */
      keepWritten: async (conversationId: string, channel: Channel) => {
        await saveDraft({ conversationId, channel, text: keeper.get(conversationId, channel) });
      },
    }),
    [keeper, choices, saveDraft],
  );
}
