import type { CommandInput } from '../../commands/registry.ts';
import { usePicked } from '../../state/picked.ts';
import { useUi } from '../../state/ui.ts';
import { useExport } from '../../workspace/useExport.ts';

/** The command that exports what is picked, else the open conversation. */
export function useExportCommands(): readonly CommandInput[] {
  const exportThem = useExport();
  return [
    {
      id: 'conversation.export',
      when: () => listWanted().length > 0,
      run: () => void exportThem(listWanted()),
    },
  ];
}

function listWanted(): readonly string[] {
  const picked = [...usePicked.getState().picks.keys()];
  if (picked.length > 0) return picked;
  const { selectedId, screen } = useUi.getState();
  return screen === 'conversations' && selectedId !== null ? [selectedId] : [];
}
