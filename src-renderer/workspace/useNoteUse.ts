import { useCallback } from 'react';
import type { EngineInput } from '#shared/contract/engine.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { useEngineCommand } from '../engine/hooks.ts';
import { useDraftKeeper } from './useDraft.ts';

type Used = Pick<EngineInput<'drafts.save'>, 'cannedIds' | 'replyIds'>;

/** Returns what remembers, with the draft, what was just put into it. The engine counts it when the reply is sent, also after a restart. */
export function useNoteUse(conversationId: string, channel: Channel): (used: Used) => void {
  const keeper = useDraftKeeper();
  const save = useEngineCommand('drafts.save');
  return useCallback(
    (used) => {
      // So that the keeper knows that the engine has the text, and saves it again once it is deleted.
      keeper.flush();
      void save({ conversationId, channel, text: keeper.get(conversationId, channel), ...used });
    },
    [keeper, save, conversationId, channel],
  );
}
