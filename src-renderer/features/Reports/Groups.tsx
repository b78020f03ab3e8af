import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SurveyScale } from '#shared/domain/survey.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { chooseReport, reportGroupings, useReportChoice } from '../../state/report.ts';
import { PageSection } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import shared from '../../ui/shared.module.css';
import { GroupTable } from './GroupTable.tsx';
import type { Range } from './reportPeriod.ts';

interface Props {
  readonly range: Range;
  readonly scale: SurveyScale;
}

/** The figures by agent, tag, channel, response time or canned response. */
export function Groups({ range, scale }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const groupBy = useReportChoice((choice) => choice.groupBy);
  const { data } = useEngineQuery('reports.surveys', { ...range, groupBy });
  return (
    <PageSection
      title={t('reports.by')}
      aside={
        <>
          <span id={id} className={shared.spoken}>
            {t('reports.groupBy')}
          </span>
          <Select
            labelledBy={id}
            value={groupBy}
            choices={reportGroupings.map((value) => ({ value, label: t(`reports.groups.${value}`) }))}
            onChange={(next) => chooseReport({ groupBy: next })}
          />
        </>
      }
    >
      {data && <GroupTable groups={data[scale].groups} groupBy={groupBy} caption={t('reports.by')} />}
    </PageSection>
  );
}
