import type { ShortcutCommand } from '../../commands/registry.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';

/** The command that asks whether to start crisis mode, or shows the incident that is running. */
export function useCrisisCommands(): readonly ShortcutCommand[] {
  const running = useEngineQuery('crisis.get', {}).data?.running ?? null;
  return [{ id: 'crisis.open', run: () => useUi.getState().show(running ? 'crisis' : 'crisisStart') }];
}
