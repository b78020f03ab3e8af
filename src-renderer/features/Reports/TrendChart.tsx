import { useTranslation } from 'react-i18next';
import type { PeriodUnit } from '#shared/domain/surveyReport.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { PageSection } from '../../ui/Page.tsx';
import { Fitted } from './base/Fitted.tsx';
import { GroupTable } from './GroupTable.tsx';
import type { Group } from './report.ts';
import { TrendPlot } from './TrendPlot.tsx';

interface Props {
  readonly groups: readonly Group[];
  readonly step: PeriodUnit;
}

/** The figure over time as a chart and as a table. */
export function TrendChart({ groups, step }: Props) {
  const { t } = useTranslation();
  return (
    <PageSection title={t(`reports.trend.${step}`)}>
      <Fitted>{(width) => <TrendPlot groups={groups} step={step} width={width} />}</Fitted>
      <Disclosure label={t('reports.asTable')}>
        <GroupTable groups={groups} groupBy={step} caption={t(`reports.trend.${step}`)} />
      </Disclosure>
    </PageSection>
  );
}
