import { useTranslation } from 'react-i18next';
import type { Command } from '../../commands/registry.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { toShownName } from '../../ui/shownName.ts';

/** The commands that switch to each other agent, and the one that adds an agent. */
export function useAgentCommands(): readonly Command[] {
  const { t } = useTranslation();
  const [, ...others] = useEngineQuery('agents.list', {}).data?.agents ?? [];
  const switchTo = useEngineCommand('agents.switch');
  return [
    ...others.map(
      ({ id, name }): Command => ({
        id: `agent.switch:${id}`,
        label: t('commands.switchAgent', { agent: toShownName(name) }),
        group: 'app',
        run: () => void switchTo({ id }),
      }),
    ),
    {
      id: 'agent.add',
      label: t('commands.newAgent'),
      group: 'app',
      run: () => useUi.getState().show('newAgent'),
    },
  ];
}
