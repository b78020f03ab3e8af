import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { mergeDrafts } from '#shared/domain/mergeDrafts.ts';
import { type Message, unsentFacts } from '#shared/domain/message.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { engineKey, useEngineCommand, useEngineQuery } from '../../../engine/hooks.ts';
import type { HistoryPage } from '../../../workspace/history.ts';
import { useDraftKeeper } from '../../../workspace/useDraft.ts';
import { newestPage } from '../../../workspace/useHistory.ts';
import { useReplyChoicesStore } from '../../../workspace/WorkspaceProvider.tsx';

export interface Answer {
  readonly channel: Channel;
  readonly text: string;
  /** The post that a public answer replies to; the newest when absent. */
  readonly target: Message | undefined;
  /** The newest message of others that the agent has seen: a newer one stops the answer. */
  readonly seenThrough: string | undefined;
}

/** Sends an answer: it stands in the timeline at once, and comes back into the composer if it is not taken. */
export function useSendReply(conversationId: string): (answer: Answer) => Promise<void> {
  const queries = useQueryClient();
  const keeper = useDraftKeeper();
  const choices = useReplyChoicesStore();
  const send = useEngineCommand('replies.send');
  const account = useEngineQuery('system.info', {}).data?.account;
  const settings = useEngineQuery('settings.get', {}).data;

  return useCallback(
    async ({ channel, text, target, seenThrough }) => {
      const key = engineKey('conversations.get', newestPage(conversationId));
      const change = (edit: (messages: readonly Message[]) => Message[]) =>
        queries.setQueryData<HistoryPage>(key, (page) => page && { ...page, messages: edit(page.messages) });
      const now = Date.now();
      const heldMs = (settings?.undoSeconds ?? 0) * 1_000;
      const facts = { conversationId, channel, text, target, seenThrough, now, heldMs };
      const early = toEarlyMessage(facts, account ?? unknownAccount, settings?.agentName);
      change((messages) => [...messages, early]);
      keeper.set(conversationId, channel, '');
      // The channel stays: a draft on the other one must not come up under somebody who writes on.
      choices.getState().choose(conversationId, channel);
      choices.getState().target(conversationId, null);
      const inReplyTo = channel === 'public' && target ? { inReplyTo: target.id } : {};
      const seen = seenThrough === undefined ? {} : { seenThrough };
      const result = await send({ conversationId, channel, text, ...inReplyTo, ...seen });
      if (!result.ok) {
        change((messages) => messages.filter((message) => message.id !== early.id));
        keeper.set(conversationId, channel, mergeDrafts(text, keeper.get(conversationId, channel)));
      }
      void queries.invalidateQueries({ queryKey: key });
    },
    [queries, keeper, choices, send, account, settings, conversationId],
  );
}

const unknownAccount = { id: '', handle: '', name: '' };

interface EarlyFacts extends Answer {
  readonly conversationId: string;
  readonly now: number;
  readonly heldMs: number;
}

/** How an answer looks until the engine says more. */
function toEarlyMessage(
  { conversationId, channel, text, target, now, heldMs }: EarlyFacts,
  author: Message['author'],
  agent: string | undefined,
): Message {
  return {
    ...unsentFacts,
    id: `early-${now}`,
    xId: null,
    kind: channel === 'public' ? 'post' : 'dm',
    author,
    text,
    at: now,
    state: heldMs > 0 ? 'held' : 'queued',
    conversationId,
    inReplyTo: channel === 'public' ? (target?.xId ?? null) : null,
    ...(heldMs > 0 ? { heldUntil: now + heldMs } : {}),
    ...(agent === undefined ? {} : { agent }),
  };
}
