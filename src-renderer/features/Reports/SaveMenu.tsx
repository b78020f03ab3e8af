import { IconFileTypeCsv, IconTableExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EngineInput } from '#shared/contract/engine.ts';
import { CommandMenu } from '../../commands/CommandMenu.tsx';
import { useEngineCommand } from '../../engine/hooks.ts';
import { toDelimiter, useSaveText } from '../../shell/useSaveText.ts';

interface Props {
  /** What the screen shows. */
  readonly asked: Omit<EngineInput<'reports.exportSurveys'>, 'delimiter'>;
}

/** Saves what the screen shows, or each survey behind it, as a table for a spreadsheet. */
export function SaveMenu({ asked }: Props) {
  const { t, i18n } = useTranslation();
  const save = useSaveText();
  const exportSurveys = useEngineCommand('reports.exportSurveys');
  const exportResponses = useEngineCommand('reports.exportResponses');
  const delimiter = toDelimiter(i18n.language);
  const saveReport = async () => {
    const table = await exportSurveys({ ...asked, delimiter });
    if (table.ok) await save({ name: t('reports.title'), format: 'csv', ...table.value });
  };
  const saveResponses = async () => {
    const table = await exportResponses({ from: asked.from, to: asked.to, delimiter });
    if (table.ok) await save({ name: t('reports.responsesName'), format: 'csv', ...table.value });
  };
  const icon = { 'aria-hidden': true, size: 16, stroke: 1.75 } as const;
  return (
    <CommandMenu
      label={t('reports.save')}
      icon={<IconTableExport size={17} stroke={1.75} />}
      group="app"
      commands={[
        {
          id: 'reports.saveReport',
          label: t('reports.saveReport'),
          icon: <IconTableExport {...icon} />,
          run: () => void saveReport(),
        },
        {
          id: 'reports.saveResponses',
          label: t('reports.saveResponses'),
          icon: <IconFileTypeCsv {...icon} />,
          run: () => void saveResponses(),
        },
      ]}
    />
  );
}
