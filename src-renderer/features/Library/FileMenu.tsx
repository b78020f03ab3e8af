import { Menu } from '@base-ui/react/menu';
import { IconFileExport, IconFileImport, IconFileTypeCsv, IconTransfer } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuPopup } from '../../ui/MenuPopup.tsx';
import shared from '../../ui/shared.module.css';
import { useExport } from './useExport.ts';
import { useImport } from './useImport.ts';

/** The button and menu that import and export the library; the palette offers the same. */
export function FileMenu() {
  const { t } = useTranslation();
  const actions = useFileActions();
  useCommands(actions.map(({ id, label, run }) => ({ id, label, group: 'library', run })));
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        render={<IconButton label={t('importing.menu')} icon={<IconTransfer size={17} stroke={1.75} />} />}
      />
      <MenuPopup label={t('importing.menu')} place={{ align: 'end' }}>
        {actions.map(({ id, label, icon, run }) => (
          <Menu.Item key={id} className={shared.menuItem} onClick={run}>
            {icon}
            {label}
          </Menu.Item>
        ))}
      </MenuPopup>
    </Menu.Root>
  );
}

interface FileAction {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}

function useFileActions(): readonly FileAction[] {
  const { t } = useTranslation();
  const { choose } = useImport();
  const exportAs = useExport();
  const icon = { 'aria-hidden': true, size: 16, stroke: 1.75 } as const;
  return [
    {
      id: 'library.import',
      label: t('importing.import'),
      icon: <IconFileImport {...icon} />,
      run: () => void choose(),
    },
    {
      id: 'library.exportCsv',
      label: t('importing.exportCsv'),
      icon: <IconFileTypeCsv {...icon} />,
      run: () => void exportAs('csv'),
    },
    {
      id: 'library.exportJson',
      label: t('importing.exportJson'),
      icon: <IconFileExport {...icon} />,
      run: () => void exportAs('json'),
    },
  ];
}
