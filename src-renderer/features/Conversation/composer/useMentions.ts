import { useEffect } from 'react';
import { useEngineCommand, useEngineQuery } from '../../../engine/hooks.ts';
import { useDraftKeeper } from '../../../workspace/useDraft.ts';
import { useReplyChoices, useReplyChoicesStore } from '../../../workspace/WorkspaceProvider.tsx';
import type { ReplyOptions } from './useReplyOptions.ts';

export type Mention = ReplyOptions['mentions'][number];

/** Whom a public reply mentions. */
export interface OpenMentions {
  /** Whom X would mention by itself, the author of the post first. */
  readonly people: readonly Mention[];
  /** The ids of those who are left out. */
  readonly excluded: readonly string[];
  /** Leaves somebody out, or takes them in again. */
  toggle(userId: string): void;
}

const nobody: readonly string[] = [];

/** The people whom the public reply of a conversation mentions. Who is left out is kept with the draft. */
export function useMentions(
  conversationId: string,
  options: ReplyOptions | undefined,
  hasText: boolean,
): OpenMentions {
  const choices = useReplyChoicesStore();
  const chosen = useReplyChoices((state) => state.excluded[conversationId]);
  const { data } = useEngineQuery('drafts.list', { conversationId });
  const stored = data?.items.find(({ channel }) => channel === 'public')?.excludeMentions;
  const wanted = chosen ?? stored ?? nobody;
  useSaved(conversationId, hasText ? chosen : undefined);
  const people = options?.mentions ?? [];
  const excluded = people
    .filter(({ userId, required }) => !required && wanted.includes(userId))
    .map(({ userId }) => userId);
  return {
    people,
    excluded: options ? excluded : wanted,
    toggle: (userId) => {
      const next = wanted.includes(userId) ? wanted.filter((id) => id !== userId) : [...wanted, userId];
      choices.getState().exclude(conversationId, next);
    },
  };
}

/** Keeps the choice with the draft, as soon as there is one. */
function useSaved(conversationId: string, chosen: readonly string[] | undefined): void {
  const keeper = useDraftKeeper();
  const save = useEngineCommand('drafts.save');
  useEffect(() => {
    if (!chosen) return;
    const text = keeper.get(conversationId, 'public');
    void save({ conversationId, channel: 'public', text, excludeMentions: [...chosen] });
  }, [conversationId, chosen, keeper, save]);
}
