import { useTranslation } from 'react-i18next';
import type { Macro } from '#shared/domain/macro.ts';
import type { GuardCode } from '#shared/guards.ts';
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts';
import { askForMacro } from '../state/macros.ts';
import { useSaid } from '../state/said.ts';
import { moveOnFrom, useUi } from '../state/ui.ts';
import { underWay } from '../state/underWay.ts';
import { toShownName } from '../ui/shownName.ts';
import { useWorkspace } from './WorkspaceProvider.tsx';

const none: readonly Macro[] = [];

/** The macros of the workspace in their order. */
export function useMacros(): readonly Macro[] {
  return useEngineQuery('macros.list', {}).data?.items ?? none;
}

/** What somebody has said before a macro runs. */
interface Said {
  /** Of the variables of its reply. */
  readonly values?: Readonly<Record<string, string>>;
  /** The guards that do not keep its reply back. */
  readonly overrule?: readonly GuardCode[];
}

/** Returns what runs a macro on a conversation; it asks for what its reply needs, and where guards refuse it. */
export function useRunMacro() {
  const { t } = useTranslation();
  const { memory } = useWorkspace();
  const send = useEngineCommand('macros.run', { quiet: true });
  return async (macro: Macro, conversationId: string, { values = {}, overrule = [] }: Said = {}) => {
    const ui = useUi.getState();
    const { seenThrough } = memory.of(conversationId);
    const seen = seenThrough === undefined ? {} : { seenThrough };
    const input = { id: macro.id, conversationId, values, overrule: [...overrule], ...seen };
    const result = await underWay(send(input));
    if (!result.ok) {
      const { error } = result;
      const asking = { macro, conversationId, variables: [], warnings: [], values };
      if (error.code === 'unfilledVariable') askForMacro({ ...asking, variables: error.variables });
      else if (error.code === 'guardRefused') askForMacro({ ...asking, warnings: error.warnings });
      else ui.notify(error);
      return;
    }
    const name = toShownName(macro.name, 40);
    const { bulkId } = result.value;
    if (bulkId === undefined) {
      useSaid.getState().say(t('macros.nothing', { name }));
      return;
    }
    const isAside = macro.snoozeMinutes !== null || (macro.status !== null && macro.status !== 'open');
    if (isAside) moveOnFrom(conversationId);
    const words = t('macros.ran', { name });
    ui.did({ bulkId, ids: [conversationId], words, returnTo: conversationId, at: Date.now() });
  };
}
