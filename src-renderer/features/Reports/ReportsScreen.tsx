import { IconChartDots } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SurveyScale } from '#shared/domain/survey.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { useFocusArea } from '../../state/focus.ts';
import { startPrinting } from '../../state/printing.ts';
import { chooseReport, reportPeriods, useReportChoice } from '../../state/report.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page, PageSection } from '../../ui/Page.tsx';
import { useNow } from '../../ui/RelativeTime.tsx';
import { Segments } from '../../ui/Segments.tsx';
import shared from '../../ui/shared.module.css';
import { Comments } from './Comments.tsx';
import { Groups } from './Groups.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import styles from './Reports.module.css';
import type { Report } from './report.ts';
import { type Range, toReportRange, trendSteps } from './reportPeriod.ts';
import { SaveMenu } from './SaveMenu.tsx';
import { ScoreChart } from './ScoreChart.tsx';
import { TrendChart } from './TrendChart.tsx';
import { WhyNot } from './WhyNot.tsx';

/** What surveys say: the figure of a period with its interval and against the period before, scores, trend, groups, comments. */
export function ReportsScreen() {
  const body = useFocusArea('list');
  const { t } = useTranslation();
  const { period, scale, groupBy } = useReportChoice();
  const { before, ...range } = toReportRange(period, useNow());
  const step = trendSteps[period];
  const asked = { ...range, groupBy: step, compareWith: before };
  const { data, error } = useEngineQuery('reports.surveys', asked, { keepPrevious: true });
  const savePdf = () =>
    startPrinting({
      of: 'report',
      scale,
      period: range,
      compareWith: before,
      step,
      groupBy,
      asKnownOn: Date.now(),
    });
  const choices = (
    <>
      <Choice
        label={t('surveys.scale')}
        value={scale}
        choices={SurveyScale.options.map((value) => ({ value, label: t(`reports.scales.${value}`) }))}
        onChange={(next) => chooseReport({ scale: next })}
      />
      <Choice
        label={t('costs.period')}
        value={period}
        choices={reportPeriods.map((value) => ({ value, label: t(`reports.periods.${value}`) }))}
        onChange={(next) => chooseReport({ period: next })}
      />
      <SaveMenu asked={{ ...range, groupBy: step }} groupBy={groupBy} onSavePdf={savePdf} />
    </>
  );
  return (
    <Page bodyRef={body} title={t('reports.title')} hint={t('reports.hint')} actions={choices}>
      {error && <FailureCard title={t('reports.failed')} error={error.error} />}
      {data && <Sections report={data[scale]} scale={scale} range={range} step={step} />}
      <NotSent range={range} />
    </Page>
  );
}

interface SectionsProps {
  readonly report: Report;
  readonly scale: SurveyScale;
  readonly range: Range;
  readonly step: 'day' | 'week' | 'month';
}

function Sections({ report, scale, range, step }: SectionsProps) {
  if (report.sent === 0) return <Nothing scale={scale} />;
  return (
    <>
      <KeyFigures report={report} />
      <ScoreChart figures={report.figures} />
      <TrendChart groups={report.groups} step={step} />
      <Groups range={range} scale={scale} />
      <Comments range={range} scale={scale} />
    </>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, ...rest }: ChoiceProps<T>) {
  const id = useId();
  return (
    <>
      <span id={id} className={shared.spoken}>
        {label}
      </span>
      <Segments labelledBy={id} {...rest} />
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
