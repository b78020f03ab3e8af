import { useTranslation } from 'react-i18next';
import type { Command } from '../../commands/registry.ts';
import { useShellState } from '../../shell/ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';

/** Logging out and removing the account; the demo has none. */
export function useAccountCommands(): readonly Command[] {
  const { t } = useTranslation();
  const { workspace } = useShellState();
  const when = () => workspace.kind === 'account';
  const show = (overlay: 'logOut' | 'removeAccount') => () => useUi.getState().show(overlay);
  return [
    { id: 'account.logOut', label: t('account.logOut'), group: 'app', when, run: show('logOut') },
    { id: 'account.remove', label: t('account.remove'), group: 'app', when, run: show('removeAccount') },
  ];
}
