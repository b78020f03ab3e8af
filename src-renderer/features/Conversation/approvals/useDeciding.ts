import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Approval } from '#shared/domain/approval.ts';
import { mergeDrafts } from '#shared/domain/mergeDrafts.ts';
import type { GuardCode } from '#shared/guards.ts';
import { engineKey, useEngineCommand } from '../../../engine/hooks.ts';
import { useTrackReply } from '../../../replies/useTrackSending.ts';
import { type DoneWhat, useUi } from '../../../state/ui.ts';
import { useDraftKeeper } from '../../../workspace/useDraft.ts';
import { useWorkspace } from '../../../workspace/WorkspaceProvider.tsx';

/** What an agent can decide about a reply that waits for an approval. */
export interface Deciding {
  /** The guards that have refused it; approving it once more overrules them. */
  readonly guarded: readonly GuardCode[];
  /** Sends it, with another text if one is given; asks once more where guards refuse it. */
  approve(text?: string): Promise<void>;
  giveBack(note: string): Promise<void>;
  withdraw(): Promise<void>;
}

export function useDeciding(item: Approval): Deciding {
  const { memory } = useWorkspace();
  const approve = useEngineCommand('approvals.approve', { quiet: true });
  const giveBack = useEngineCommand('approvals.return');
  const withdraw = useEngineCommand('approvals.withdraw');
  const toDraft = useToDraft(item);
  const { id, conversationId, since } = item;
  const track = useTrackReply(conversationId);
  const [refused, setRefused] = useState<Refused>({ text: item.text, codes: [] });
  return {
    guarded: refused.codes,
    approve: async (text = item.text) => {
      const overrule = refused.text === text ? [...refused.codes] : [];
      const { seenThrough } = memory.of(conversationId);
      const seen = seenThrough === undefined ? {} : { seenThrough };
      const edited = text === item.text ? {} : { text };
      const result = await track(approve({ id, ...edited, overrule, despite: since !== null, ...seen }));
      if (result.ok) useUi.getState().focusOn('conversation');
      else if (result.error.code === 'guardRefused')
        setRefused({ text, codes: [...overrule, ...result.error.warnings.map(({ code }) => code)] });
      else useUi.getState().notify(result.error);
    },
    giveBack: async (note) => {
      const result = await giveBack({ id, note });
      if (result.ok) toDraft(result.value, { type: 'returned', author: item.askedBy.name });
    },
    withdraw: async () => {
      const result = await withdraw({ id });
      if (result.ok) toDraft(result.value, { type: 'withdrawn' });
    },
  };
}

/** The text that guards have refused. */
interface Refused {
  readonly text: string;
  readonly codes: readonly GuardCode[];
}

/** Returns what shows in the composer that a reply is a draft again, as the engine has stored it, and says so with a way to undo it. */
function useToDraft({ conversationId, channel }: Approval) {
  const keeper = useDraftKeeper();
  const queries = useQueryClient();
  return ({ text, activityId }: EngineOutput<'approvals.return'>, what: DoneWhat) => {
    const before = keeper.get(conversationId, channel);
    const draft = { channel, before, after: mergeDrafts(text, before) };
    keeper.set(conversationId, channel, draft.after);
    void queries.invalidateQueries({ queryKey: engineKey('drafts.list', { conversationId }) });
    useUi.getState().did({ activityId, conversationId, what, draft, at: Date.now() });
    useUi.getState().focusOn('conversation');
  };
}
