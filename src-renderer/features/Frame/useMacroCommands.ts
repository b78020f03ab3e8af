import { useTranslation } from 'react-i18next';
import { shortcutOf } from '#shared/domain/shortcuts.ts';
import type { Command } from '../../commands/registry.ts';
import { useUi } from '../../state/ui.ts';
import { toShownName } from '../../ui/shownName.ts';
import { useMacros, useRunMacro } from '../../workspace/useMacros.ts';

/** The commands that run each macro on the open conversation, and those that manage macros and rules. */
export function useMacroCommands(): readonly Command[] {
  const { t } = useTranslation();
  const macros = useMacros();
  const run = useRunMacro();
  const opened = () => {
    const { screen, selectedId } = useUi.getState();
    return screen === 'conversations' ? selectedId : null;
  };
  return [
    ...macros.map((macro, index): Command => {
      // The first macros have a shortcut each.
      const keys = shortcutOf('macro.run').keys.slice(index, index + 1);
      return {
        id: `macro:${macro.id}`,
        ...(keys.length > 0 ? { keys } : {}),
        label: t('macros.run', { name: toShownName(macro.name) }),
        group: 'conversation',
        when: () => opened() !== null,
        run: () => {
          const id = opened();
          if (id !== null) void run(macro, id);
        },
      };
    }),
    {
      id: 'macros.manage',
      label: t('macros.manage'),
      group: 'app',
      run: () => useUi.getState().show('macros'),
    },
    {
      id: 'rules.manage',
      label: t('rules.manage'),
      group: 'app',
      run: () => useUi.getState().show('rules'),
    },
  ];
}
