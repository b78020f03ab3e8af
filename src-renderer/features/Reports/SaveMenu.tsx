import { IconFileTypeCsv } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EngineInput } from '#shared/contract/engine.ts';
import type { ReportGrouping } from '#shared/domain/reportChoice.ts';
import type { SurveyGrouping } from '#shared/domain/surveyReport.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { toDelimiter, useSaveText } from '../../shell/useSaveText.ts';
import { ReportSaveMenu } from './base/ReportSaveMenu.tsx';

interface Props {
  /** What the screen shows. */
  readonly asked: Omit<EngineInput<'reports.exportSurveys'>, 'delimiter'> & {
    readonly groupBy: SurveyGrouping;
  };
  readonly groupBy: ReportGrouping;
  readonly onSavePdf: () => void;
}

/** Saves what the screen shows as a page or as a table, or each survey behind it. */
export function SaveMenu({ asked, groupBy, onSavePdf }: Props) {
  const { t } = useTranslation();
  const { saveReport, saveParts, saveResponses } = useSaveTables(asked, groupBy);
  return (
    <ReportSaveMenu
      onSavePdf={onSavePdf}
      onSaveReport={() => void saveReport()}
      onSaveParts={() => void saveParts()}
      others={[
        {
          id: 'reports.saveResponses',
          label: t('reports.saveResponses'),
          icon: <IconFileTypeCsv aria-hidden="true" size={16} stroke={1.75} />,
          run: () => void saveResponses(),
        },
      ]}
    />
  );
}

function useSaveTables(asked: Props['asked'], groupBy: ReportGrouping) {
  const { t, i18n } = useTranslation();
  const save = useSaveText();
  const exportSurveys = useEngineCommand('reports.exportSurveys');
  const exportResponses = useEngineCommand('reports.exportResponses');
  const delimiter = toDelimiter(i18n.language);
  const saveBy = async (by: SurveyGrouping, name: string) => {
    const table = await exportSurveys({ ...asked, groupBy: by, delimiter });
    if (table.ok) await save({ name, format: 'csv', ...table.value });
  };
  return {
    saveReport: () => saveBy(asked.groupBy, t('reports.title')),
    saveParts: () => saveBy(groupBy, `${t('reports.title')} - ${t(`reports.groups.${groupBy}`)}`),
    saveResponses: async () => {
      const table = await exportResponses({ from: asked.from, to: asked.to, delimiter });
      if (table.ok) await save({ name: t('reports.responsesName'), format: 'csv', ...table.value });
    },
  };
}
