import {
  IconArrowsExchange,
  IconFileSearch,
  IconLogin2,
  IconLogout,
  IconPlayerPlay,
  IconPlus,
  IconSettings,
  IconTrash,
  IconUser,
  IconUserPlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommandRegistry } from '../../commands/CommandsProvider.tsx';
import type { Command } from '../../commands/registry.ts';
import { closeContextMenu, openContextMenu, useContextMenu } from '../../state/contextMenu.ts';
import { screens } from '../../state/views.ts';
import type { MenuAction } from '../../ui/ActionMenu.tsx';
import { toMenuIcon } from '../../ui/menuIcon.tsx';
import { below } from '../../ui/menuPlace.ts';

const ABOUT = 'account';

/** The commands of the menu by their ids; one that ends in a colon stands for all that begin with it. */
const groups = [
  ['account.open:', 'account.openDemo', 'account.add', 'workspace.openToRead', 'workspace.close'],
  ['agent.switch:', 'agent.add'],
  ['screen.capture', 'screen.costs', 'settings.open'],
  ['account.logIn', 'account.logOut', 'account.remove'],
] as const;

type Entry = (typeof groups)[number][number];

const iconOf = (screen: 'capture' | 'costs') =>
  screens.find((each) => each.screen === screen)?.Icon ?? IconUser;

const icons: Readonly<Record<Entry, typeof IconUser>> = {
  'account.open:': IconUser,
  'account.openDemo': IconPlayerPlay,
  'account.add': IconPlus,
  'workspace.openToRead': IconFileSearch,
  'workspace.close': IconArrowsExchange,
  'agent.switch:': IconUser,
  'agent.add': IconUserPlus,
  'screen.capture': iconOf('capture'),
  'screen.costs': iconOf('costs'),
  'settings.open': IconSettings,
  'account.logIn': IconLogin2,
  'account.logOut': IconLogout,
  'account.remove': IconTrash,
};

/** The menu of the account: everything that concerns the whole workspace, as its commands are registered. */
export function useAccountMenu() {
  const { t } = useTranslation();
  const registry = useCommandRegistry();
  const isOpen = useContextMenu((state) => state.isOpen && state.menu?.about === ABOUT);
  const toEntries = (entry: Entry): MenuAction[] =>
    registry
      .list()
      .filter(
        ({ id, when }) => (entry.endsWith(':') ? id.startsWith(entry) : id === entry) && when?.() !== false,
      )
      .map((command) => toAction(command, entry));
  return {
    isOpen,
    open: (anchor: Element, byKey: boolean) =>
      openContextMenu({
        about: ABOUT,
        label: t('account.menu'),
        place: { ...below(anchor), byKey },
        groups: groups.map((entries) => entries.flatMap(toEntries)),
      }),
    close: () => closeContextMenu(ABOUT),
  };
}

const toAction = ({ id, label, run }: Command, entry: Entry): MenuAction => ({
  label,
  command: id,
  icon: toMenuIcon(icons[entry]),
  run,
});
