import { Menu } from '@base-ui/react/menu';
import { type ReactNode, useContext } from 'react';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuPopup } from '../ui/MenuPopup.tsx';
import shared from '../ui/shared.module.css';
import { UiHostContext } from '../ui/uiHost.ts';
import { useCommands } from './CommandsProvider.tsx';
import type { Command } from './registry.ts';

/** A command without a key of its own. */
export interface MenuCommand {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}

interface Props {
  readonly label: string;
  readonly icon: ReactNode;
  /** Where the palette lists the commands. */
  readonly group: Command['group'];
  readonly commands: readonly MenuCommand[];
}

/** A button whose menu runs commands; the palette offers the same, without those that are refused. */
export function CommandMenu({ label, icon, group, commands }: Props) {
  const { isOffered } = useContext(UiHostContext);
  const offered = commands.filter(({ id }) => isOffered(id));
  useCommands(commands.map((command) => ({ id: command.id, label: command.label, group, run: command.run })));
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<IconButton label={label} icon={icon} />} />
      <MenuPopup label={label} place={{ align: 'end' }}>
        {offered.map((command) => (
          <Menu.Item key={command.id} className={shared.menuItem} onClick={command.run}>
            {command.icon}
            {command.label}
          </Menu.Item>
        ))}
      </MenuPopup>
    </Menu.Root>
  );
}
