import { IconFileExport, IconFileImport, IconFileTypeCsv, IconTransfer } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CommandMenu, type MenuCommand } from '../../commands/CommandMenu.tsx';
import { useExport } from './useExport.ts';
import { useImport } from './useImport.ts';

/** The button and menu that import and export the library. */
export function FileMenu() {
  const { t } = useTranslation();
  return (
    <CommandMenu
      label={t('importing.menu')}
      icon={<IconTransfer size={17} stroke={1.75} />}
      group="library"
      commands={useFileCommands()}
    />
  );
}

function useFileCommands(): readonly MenuCommand[] {
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
