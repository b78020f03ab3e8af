import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../commands/registry.ts';
import { useShell, useShellState } from '../../shell/ShellProvider.tsx';
import { setAddingAccount } from '../../state/addingAccount.ts';
import { useUi } from '../../state/ui.ts';
import { toShownName } from '../../ui/shownName.ts';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';

/** Opening the other accounts and the demo, adding an account, and logging in and out and removing the open one. */
export function useAccountCommands(): readonly Command[] {
  const { t } = useTranslation();
  const { workspace } = useShellState();
  const when = () => workspace.kind === 'account';
  const show = (overlay: 'connect' | 'logOut' | 'removeAccount') => () => useUi.getState().show(overlay);
  return [
    ...useOpenCommands(),
    { id: 'account.add', label: t('account.add'), group: 'app', run: useAddAccount() },
    { id: 'account.logIn', label: t('frame.connectAgain'), group: 'app', when, run: show('connect') },
    { id: 'account.logOut', label: t('account.logOut'), group: 'app', when, run: show('logOut') },
    { id: 'account.remove', label: t('account.remove'), group: 'app', when, run: show('removeAccount') },
  ];
}

function useOpenCommands(): readonly Command[] {
  const { t } = useTranslation();
  const shell = useShell();
  const { drafts } = useWorkspace();
  const { workspace, accounts = [] } = useShellState();
  const openId = 'id' in workspace ? workspace.id : null;
  const others = accounts.filter(({ id }) => id !== openId);
  return [
    ...others.map(
      ({ id, handle }): Command => ({
        id: `account.open:${id}`,
        label: t('welcome.open', { handle: toShownName(handle, 24) }),
        group: 'app',
        run: () => {
          drafts.flush();
          void shell.call('workspace.openAccount', { id });
        },
      }),
    ),
    {
      id: 'account.openDemo',
      label: t('account.openDemo'),
      group: 'app',
      when: () => workspace.kind !== 'demo',
      run: () => {
        drafts.flush();
        void shell.call('workspace.openDemo', {});
      },
    },
  ];
}

/** Returns what closes the workspace and shows how to connect another account; nothing if the agent stays after all. */
function useAddAccount(): () => void {
  const shell = useShell();
  const { drafts } = useWorkspace();
  // An account that has been opened is added.
  useEffect(() => setAddingAccount(false), []);
  return async () => {
    drafts.flush();
    setAddingAccount(true);
    await shell.call('workspace.close', {});
    const state = await shell.call('shell.state', {});
    if (state.ok && 'id' in state.value.workspace) setAddingAccount(false);
  };
}
