import { useTranslation } from 'react-i18next';
import { type ReportChoice, ReportPart, ReportPeriod } from '#shared/domain/reportChoice.ts';
import { SurveyScale } from '#shared/domain/survey.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { useFocusArea } from '../../state/focus.ts';
import { startPrinting } from '../../state/printing.ts';
import { chooseReport, useReportChoice } from '../../state/report.ts';
import { Named } from '../../ui/Named.tsx';
import { Page } from '../../ui/Page.tsx';
import { useNow } from '../../ui/RelativeTime.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { type ReportDates, toDay, toReportDates } from './base/reportPeriod.ts';
import { OwnDates } from './OwnDates.tsx';
import { SaveMenu } from './SaveMenu.tsx';
import { SurveyBody } from './SurveyBody.tsx';
import { WorkBody } from './work/WorkBody.tsx';
import { WorkSaveMenu } from './work/WorkSaveMenu.tsx';

/** The reports on the work and on surveys: which one, about which period, and saving it. */
export function ReportsScreen() {
  const body = useFocusArea('list');
  const { t } = useTranslation();
  const { part, period } = useReportChoice();
  const dates = useReportDates();
  return (
    <Page
      bodyRef={body}
      title={t('reports.title')}
      hint={t(part === 'work' ? 'workReport.hint' : 'reports.hint')}
      actions={
        <>
          <PartChoice />
          {part === 'surveys' && <ScaleChoice />}
          <ReportPeriodChoice />
          {dates.ok &&
            (part === 'work' ? <WorkSaving dates={dates.value} /> : <Saving dates={dates.value} />)}
        </>
      }
    >
      {period === 'own' && <OwnDates problem={dates.ok ? null : dates.error} />}
      {dates.ok && (part === 'work' ? <WorkBody dates={dates.value} /> : <SurveyBody dates={dates.value} />)}
    </Page>
  );
}

function useReportDates() {
  return toReportDates(useReportChoice(), useNow());
}

/** The work or surveys. */
function PartChoice() {
  const { t } = useTranslation();
  const part = useReportChoice((choice) => choice.part);
  const choices = ReportPart.options.map((value) => ({ value, label: t(`workReport.parts.${value}`) }));
  return (
    <Named label={t('workReport.part')}>
      {(id) => (
        <Segments
          labelledBy={id}
          value={part}
          choices={choices}
          onChange={(next) => chooseReport({ part: next })}
        />
      )}
    </Named>
  );
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

/** To the minute, as a page says it, so that the same time shows the same figures again. */
const thisMinute = () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;

/** What a page is about. */
const toPeriodJob = ({ range, before, step, asKnownOn }: ReportDates) => ({
  period: range,
  compareWith: before,
  step,
  asKnownOn: asKnownOn ?? thisMinute(),
});

function WorkSaving({ dates }: DatesProps) {
  const groupBy = useReportChoice((choice) => choice.workBy);
  const savePdf = () => startPrinting({ of: 'work', groupBy, ...toPeriodJob(dates) });
  return <WorkSaveMenu dates={dates} groupBy={groupBy} onSavePdf={savePdf} />;
}

function Saving({ dates }: DatesProps) {
  const { scale, groupBy } = useReportChoice();
  const { range, step, asKnownOn } = dates;
  const known = asKnownOn === undefined ? {} : { asKnownOn };
  const savePdf = () => startPrinting({ of: 'report', scale, groupBy, ...toPeriodJob(dates) });
  return <SaveMenu asked={{ ...range, ...known, groupBy: step }} groupBy={groupBy} onSavePdf={savePdf} />;
}
