import type { RefObject } from 'react';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { useEngineQuery } from '../../../engine/hooks.ts';
import { useReplyChoicesStore } from '../../../workspace/WorkspaceProvider.tsx';
import { insertWording } from '../canned/insertWording.ts';

export type Suggestion = EngineOutput<'replies.suggest'>['items'][number];

/** So many are offered: the first is taken most often, and nobody reads more than a few. */
const offered = 5;

/** What colleagues replied to similar questions, and canned responses that fit, the best first. */
export interface Suggestions {
  readonly items: readonly Suggestion[];
  readonly isPending: boolean;
  /** Puts one into the reply at the cursor. */
  take(suggestion: Suggestion): void;
}

/** Fetches the suggestions for a conversation. Typing never waits for them. */
export function useSuggestions(
  conversationId: string,
  field: RefObject<HTMLTextAreaElement | null>,
): Suggestions {
  const choices = useReplyChoicesStore();
  const found = useEngineQuery('replies.suggest', { conversationId, limit: offered });
  return {
    items: found.data?.items ?? [],
    isPending: found.isPending,
    take: (suggestion) => {
      const { current } = field;
      if (!current) return;
      const { selectionStart: start, selectionEnd: end } = current;
      insertWording(current, suggestion, { start, end });
      if (suggestion.source.kind === 'canned')
        choices.getState().addCanned(conversationId, suggestion.source.id);
    },
  };
}
