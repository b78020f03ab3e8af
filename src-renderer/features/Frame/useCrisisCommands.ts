import { useTranslation } from 'react-i18next';
import type { CommandInput } from '../../commands/registry.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';

/** The command that asks whether to start crisis mode or shows the incident that is running, and the one that lists all. */
export function useCrisisCommands(): readonly CommandInput[] {
  const { t } = useTranslation();
  const running = useEngineQuery('crisis.get', {}).data?.running ?? null;
  const show = useUi.getState().show;
  return [
    { id: 'crisis.open', run: () => show(running ? 'crisis' : 'crisisStart') },
    { id: 'crisis.past', label: t('crisis.past.title'), group: 'app', run: () => show('crisisPast') },
  ];
}
