import { IconDownload, IconFileTypePdf, IconTableColumn, IconTableExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CommandMenu, type MenuCommand } from '../../../commands/CommandMenu.tsx';

interface Props {
  readonly onSavePdf: () => void;
  /** Saves the figures over time. */
  readonly onSaveReport: () => void;
  /** Saves the figures of each group. */
  readonly onSaveParts: () => void;
  readonly others?: readonly MenuCommand[];
}

/** Saves a report as a page, as a table over time or by group, or as something else. */
export function ReportSaveMenu({ onSavePdf, onSaveReport, onSaveParts, others = [] }: Props) {
  const { t } = useTranslation();
  const icon = { 'aria-hidden': true, size: 16, stroke: 1.75 } as const;
  return (
    <CommandMenu
      label={t('reports.save')}
      icon={<IconDownload size={17} stroke={1.75} />}
      group="app"
      commands={[
        {
          id: 'reports.savePdf',
          label: t('reports.savePdf'),
          icon: <IconFileTypePdf {...icon} />,
          run: onSavePdf,
        },
        {
          id: 'reports.saveReport',
          label: t('reports.saveReport'),
          icon: <IconTableExport {...icon} />,
          run: onSaveReport,
        },
        {
          id: 'reports.saveParts',
          label: t('reports.saveParts'),
          icon: <IconTableColumn {...icon} />,
          run: onSaveParts,
        },
        ...others,
      ]}
    />
  );
}
