import { useTranslation } from 'react-i18next';
import { WorkGrouping } from '#shared/domain/workReport.ts';
import { useEngineQuery } from '../../../engine/hooks.ts';
import { FailureCard } from '../../../errors/FailureCard.tsx';
import { chooseReport, useReportChoice } from '../../../state/report.ts';
import { GroupSection } from '../base/GroupSection.tsx';
import type { Range } from '../base/reportPeriod.ts';
import { WorkGroupTable } from './WorkGroupTable.tsx';
import type { ShowCases } from './workReport.ts';

interface Props {
  readonly range: Range;
  readonly asKnownOn: number | undefined;
  readonly onShow: ShowCases;
}

/** The figures by agent, tag, channel, language or rule. */
export function WorkGroups({ range, asKnownOn, onShow }: Props) {
  const { t } = useTranslation();
  const groupBy = useReportChoice((choice) => choice.workBy);
  const asked = { ...range, groupBy, ...(asKnownOn === undefined ? {} : { asKnownOn }) };
  const { data, error } = useEngineQuery('reports.workGroups', asked);
  const choices = WorkGrouping.options.map((value) => ({ value, label: t(`workReport.groups.${value}`) }));
  return (
    <GroupSection groupBy={groupBy} choices={choices} onChange={(workBy) => chooseReport({ workBy })}>
      {error && <FailureCard title={t('reports.failed')} error={error.error} />}
      {data && <WorkGroupTable groups={data.groups} groupBy={groupBy} onShow={onShow} />}
    </GroupSection>
  );
}
