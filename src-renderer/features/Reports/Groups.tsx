import { useTranslation } from 'react-i18next';
import { ReportGrouping } from '#shared/domain/reportChoice.ts';
import type { SurveyScale } from '#shared/domain/survey.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { chooseReport, useReportChoice } from '../../state/report.ts';
import { GroupSection } from './base/GroupSection.tsx';
import type { Range } from './base/reportPeriod.ts';
import { GroupTable } from './GroupTable.tsx';

interface Props {
  readonly range: Range;
  readonly asKnownOn: number | undefined;
  readonly scale: SurveyScale;
}

/** The figures by agent, tag, channel, response time or canned response. */
export function Groups({ range, scale, asKnownOn }: Props) {
  const { t } = useTranslation();
  const groupBy = useReportChoice((choice) => choice.groupBy);
  const { data } = useEngineQuery('reports.surveys', {
    ...range,
    groupBy,
    ...(asKnownOn === undefined ? {} : { asKnownOn }),
  });
  const choices = ReportGrouping.options.map((value) => ({ value, label: t(`reports.groups.${value}`) }));
  return (
    <GroupSection groupBy={groupBy} choices={choices} onChange={(next) => chooseReport({ groupBy: next })}>
      {data && <GroupTable groups={data[scale].groups} groupBy={groupBy} caption={t('reports.by')} />}
    </GroupSection>
  );
}
