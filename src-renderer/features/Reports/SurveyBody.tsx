import { IconChartDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SurveyScale } from '#shared/domain/survey.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { useReportChoice } from '../../state/report.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageSection } from '../../ui/Page.tsx';
import styles from './base/Reports.module.css';
import type { Range, ReportDates } from './base/reportPeriod.ts';
import { Comments } from './Comments.tsx';
import { Groups } from './Groups.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import type { Report } from './report.ts';
import { ScoreChart } from './ScoreChart.tsx';
import { TrendChart } from './TrendChart.tsx';
import { WhyNot } from './WhyNot.tsx';

interface DatesProps {
  readonly dates: ReportDates;
}

/** What surveys say: the figure of a period with its interval and against the period before, scores, trend, groups, comments. */
export function SurveyBody({ dates }: DatesProps) {
  const { t } = useTranslation();
  const scale = useReportChoice((choice) => choice.scale);
  const { range, before, step, asKnownOn } = dates;
  const known = asKnownOn === undefined ? {} : { asKnownOn };
  const asked = { ...range, ...known, groupBy: step, compareWith: before };
  const { data, error } = useEngineQuery('reports.surveys', asked, { keepPrevious: true });
  return (
    <>
      {error && <FailureCard title={t('reports.failed')} error={error.error} />}
      {data && <Sections report={data[scale]} scale={scale} dates={dates} />}
      <NotSent range={range} />
    </>
  );
}

interface SectionsProps extends DatesProps {
  readonly report: Report;
  readonly scale: SurveyScale;
}

function Sections({ report, scale, dates: { range, step, asKnownOn } }: SectionsProps) {
  if (report.sent === 0) return <Nothing scale={scale} />;
  return (
    <>
      <KeyFigures report={report} />
      <ScoreChart figures={report.figures} />
      <TrendChart groups={report.groups} step={step} />
      <Groups range={range} scale={scale} asKnownOn={asKnownOn} />
      <Comments range={range} scale={scale} />
    </>
  );
}

function Nothing({ scale }: { readonly scale: SurveyScale }) {
  const { t } = useTranslation();
  return (
    <div className={styles.nothing}>
      <EmptyState
        icon={<IconChartDots size={36} stroke={1.25} />}
        title={t(`reports.nothing.${scale}`)}
        hint={t('reports.nothingHint')}
      />
    </div>
  );
}

/** Shown also if nothing was sent, since it says why. */
function NotSent({ range }: { readonly range: Range }) {
  const { t } = useTranslation();
  const data = useEngineQuery('reports.surveysWhyNot', { ...range }, { keepPrevious: true }).data;
  if (!data || data.refusals === 0) return null;
  return (
    <PageSection title={t('reports.whyNot')}>
      <WhyNot items={data.items} refusals={data.refusals} />
    </PageSection>
  );
}
