import { useTranslation } from 'react-i18next';
import { ReportGrouping } from '#shared/domain/reportChoice.ts';
import type { SurveyScale } from '#shared/domain/survey.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { chooseReport, useReportChoice } from '../../state/report.ts';
import { Named } from '../../ui/Named.tsx';
import { PageSection } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
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
  return (
    <PageSection
      title={t('reports.by')}
      aside={
        <Named label={t('reports.groupBy')}>
          {(id) => (
            <Select
              labelledBy={id}
              value={groupBy}
              choices={ReportGrouping.options.map((value) => ({
                value,
                label: t(`reports.groups.${value}`),
              }))}
              onChange={(next) => chooseReport({ groupBy: next })}
            />
          )}
        </Named>
      }
    >
      {data && <GroupTable groups={data[scale].groups} groupBy={groupBy} caption={t('reports.by')} />}
    </PageSection>
  );
}
