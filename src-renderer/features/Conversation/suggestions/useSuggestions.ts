import type { RefObject } from 'react';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { ReplyFile } from '#shared/domain/replyFile.ts';
import { useEngineCommand, useEngineQuery } from '../../../engine/hooks.ts';
import { useNoteUse } from '../../../workspace/useNoteUse.ts';
import { insertWording } from '../canned/insertWording.ts';

export type Suggestion = EngineOutput<'replies.suggest'>['items'][number];

/** So many are offered: the first is taken most often, and nobody reads more than a few. */
const offered = 5;

/** What colleagues replied to similar questions, and canned responses that fit, the best first. */
export interface Suggestions {
  readonly items: readonly Suggestion[];
  readonly isPending: boolean;
  /** Puts one into the reply at the cursor, a canned response with its pictures. */
  take(suggestion: Suggestion): void;
}

/** Fetches the suggestions for a conversation. Typing never waits for them. */
export function useSuggestions(
  { conversationId, channel }: { readonly conversationId: string; readonly channel: Channel },
  field: RefObject<HTMLTextAreaElement | null>,
  attach: (files: readonly ReplyFile[]) => void,
): Suggestions {
  const noteUse = useNoteUse(conversationId, channel);
  const getCanned = useEngineCommand('library.get');
  const takeCanned = async (id: string) => {
    const canned = await getCanned({ id });
    if (canned.ok) attach(canned.value.images);
  };
  const found = useEngineQuery('replies.suggest', { conversationId, limit: offered });
  return {
    items: found.data?.items ?? [],
    isPending: found.isPending,
    take: (suggestion) => {
      const { current } = field;
      if (!current) return;
      const { selectionStart: start, selectionEnd: end } = current;
      insertWording(current, suggestion, { start, end });
      const { kind, id } = suggestion.source;
      noteUse(kind === 'canned' ? { cannedIds: [id] } : { replyIds: [id] });
      if (kind === 'canned') void takeCanned(id);
    },
  };
}
