import { IconChartDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ReportChoice, ReportPeriod } from '#shared/domain/reportChoice.ts';
import { SurveyScale } from '#shared/domain/survey.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { useFocusArea } from '../../state/focus.ts';
import { startPrinting } from '../../state/printing.ts';
import { chooseReport, useReportChoice } from '../../state/report.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Named } from '../../ui/Named.tsx';
import { Page, PageSection } from '../../ui/Page.tsx';
import { useNow } from '../../ui/RelativeTime.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Comments } from './Comments.tsx';
import { Groups } from './Groups.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { OwnDates } from './OwnDates.tsx';
import styles from './Reports.module.css';
import type { Report } from './report.ts';
import { type Range, type ReportDates, toDay, toReportDates } from './reportPeriod.ts';
import { SaveMenu } from './SaveMenu.tsx';
import { ScoreChart } from './ScoreChart.tsx';
import { TrendChart } from './TrendChart.tsx';
import { WhyNot } from './WhyNot.tsx';

/** What surveys say: the figure of a period with its interval and against the period before, scores, trend, groups, comments. */
export function ReportsScreen() {
  const body = useFocusArea('list');
  const { t } = useTranslation();
  const { period } = useReportChoice();
  const dates = useReportDates();
  return (
    <Page
      bodyRef={body}
      title={t('reports.title')}
      hint={t('reports.hint')}
      actions={
        <>
          <ScaleChoice />
          <ReportPeriodChoice />
          {dates.ok && <Saving dates={dates.value} />}
        </>
      }
    >
      {period === 'own' && <OwnDates problem={dates.ok ? null : dates.error} />}
      {dates.ok && <Body dates={dates.value} />}
    </Page>
  );
}

function useReportDates() {
  return toReportDates(useReportChoice(), useNow());
}

function ScaleChoice() {
  const { t } = useTranslation();
  const scale = useReportChoice((choice) => choice.scale);
  const choices = SurveyScale.options.map((value) => ({ value, label: t(`reports.scales.${value}`) }));
  return (
    <Named label={t('surveys.scale')}>
      {(id) => (
        <Segments
          labelledBy={id}
          value={scale}
          choices={choices}
          onChange={(next) => chooseReport({ scale: next })}
        />
      )}
    </Named>
  );
}

/** The period; own dates begin as those that are shown. */
function ReportPeriodChoice() {
  const { t } = useTranslation();
  const { period, from } = useReportChoice();
  const dates = useReportDates();
  const choices = ReportPeriod.options.map((value) => ({ value, label: t(`reports.periods.${value}`) }));
  const choose = (next: ReportChoice['period']) => {
    const begins = next === 'own' && from === '' && dates.ok;
    const { range } = dates.ok ? dates.value : { range: { from: 0, to: 0 } };
    chooseReport({ period: next, ...(begins ? { from: toDay(range.from), to: toDay(range.to - 1) } : {}) });
  };
  return (
    <Named label={t('costs.period')}>
      {(id) => <Segments labelledBy={id} value={period} choices={choices} onChange={choose} />}
    </Named>
  );
}

interface DatesProps {
  readonly dates: ReportDates;
}

function Saving({ dates: { range, before, step, asKnownOn } }: DatesProps) {
  const { scale, groupBy } = useReportChoice();
  const known = asKnownOn === undefined ? {} : { asKnownOn };
  // To the minute, as the page says it, so that the same time shows the same figures again.
  const now = () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
  const savePdf = () =>
    startPrinting({
      of: 'report',
      scale,
      period: range,
      compareWith: before,
      step,
      groupBy,
      asKnownOn: asKnownOn ?? now(),
    });
  return <SaveMenu asked={{ ...range, ...known, groupBy: step }} groupBy={groupBy} onSavePdf={savePdf} />;
}

function Body({ dates }: DatesProps) {
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
