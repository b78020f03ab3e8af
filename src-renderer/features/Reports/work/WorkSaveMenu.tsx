import { IconDownload, IconFileTypePdf, IconTableColumn, IconTableExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkGrouping } from '#shared/domain/workReport.ts';
import { CommandMenu } from '../../../commands/CommandMenu.tsx';
import { useEngineCommand } from '../../../engine/hooks.ts';
import { toDelimiter, useSaveText } from '../../../shell/useSaveText.ts';
import type { ReportDates } from '../base/reportPeriod.ts';

interface Props {
  readonly dates: ReportDates;
  readonly groupBy: WorkGrouping;
  readonly onSavePdf: () => void;
}

/** Saves the report on the work as a page, or as a table over time or by group. */
export function WorkSaveMenu({ dates, groupBy, onSavePdf }: Props) {
  const { t } = useTranslation();
  const save = useSaveTable(dates);
  const title = t('workReport.name');
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
          run: () => void save(dates.step, title),
        },
        {
          id: 'reports.saveParts',
          label: t('reports.saveParts'),
          icon: <IconTableColumn {...icon} />,
          run: () => void save(groupBy, `${title} - ${t(`workReport.groups.${groupBy}`)}`),
        },
      ]}
    />
  );
}

function useSaveTable({ range, asKnownOn }: ReportDates) {
  const { i18n } = useTranslation();
  const save = useSaveText();
  const exportWork = useEngineCommand('reports.exportWork');
  return async (groupBy: WorkGrouping | ReportDates['step'], name: string) => {
    const known = asKnownOn === undefined ? {} : { asKnownOn };
    const table = await exportWork({ ...range, ...known, groupBy, delimiter: toDelimiter(i18n.language) });
    if (table.ok) await save({ name, format: 'csv', ...table.value });
  };
}
