import { useTranslation } from 'react-i18next';
import type { WorkGrouping } from '#shared/domain/workReport.ts';
import { useEngineCommand } from '../../../engine/hooks.ts';
import { toDelimiter, useSaveText } from '../../../shell/useSaveText.ts';
import { ReportSaveMenu } from '../base/ReportSaveMenu.tsx';
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
  return (
    <ReportSaveMenu
      onSavePdf={onSavePdf}
      onSaveReport={() => void save(dates.step, title)}
      onSaveParts={() => void save(groupBy, `${title} - ${t(`workReport.groups.${groupBy}`)}`)}
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
