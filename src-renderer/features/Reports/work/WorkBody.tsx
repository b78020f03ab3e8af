import { IconChartDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../../engine/hooks.ts';
import { FailureCard } from '../../../errors/FailureCard.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import reports from '../base/Reports.module.css';
import type { ReportDates } from '../base/reportPeriod.ts';
import { Around } from './Around.tsx';
import { BusyHours } from './BusyHours.tsx';
import { Cases } from './Cases.tsx';
import { Means } from './Means.tsx';
import { OverTime } from './OverTime.tsx';
import { Times } from './Times.tsx';
import { Unknown } from './Unknown.tsx';
import { Volume } from './Volume.tsx';
import { WorkGroups } from './WorkGroups.tsx';
import type { CasesAsked, WorkReport } from './workReport.ts';

/** The report on the work of a period: what it does not know, key figures, charts, groups, and what all of it means. */
export function WorkBody({ dates }: { readonly dates: ReportDates }) {
  const { t } = useTranslation();
  const { range, before, step, asKnownOn } = dates;
  const known = asKnownOn === undefined ? {} : { asKnownOn };
  const asked = { ...range, ...known, step, compareWith: before };
  const { data, error } = useEngineQuery('reports.work', asked, { keepPrevious: true });
  return (
    <>
      {error && <FailureCard title={t('reports.failed')} error={error.error} />}
      {data && (isEmpty(data) ? <Nothing /> : <Sections report={data} dates={dates} />)}
      {data && <Means />}
    </>
  );
}

const isEmpty = ({ figures, steps }: WorkReport): boolean =>
  figures.received + figures.replies + figures.resolved.cases === 0 &&
  steps.every(({ unresolved }) => unresolved === 0);

interface Props {
  readonly report: WorkReport;
  readonly dates: ReportDates;
}

function Sections({ report, dates: { range, step, asKnownOn } }: Props) {
  const [asked, show] = useState<CasesAsked | null>(null);
  const { to } = range;
  return (
    <>
      <Unknown report={report} to={to} />
      <Volume report={report} to={to} onShow={show} />
      <Times of="firstReply" report={report} to={to} onShow={show} />
      <Times of="nextReply" report={report} to={to} onShow={show} />
      <Times of="resolved" report={report} to={to} onShow={show} />
      <OverTime of="backlog" steps={report.steps} step={step} onShow={show} />
      <OverTime of="messages" steps={report.steps} step={step} onShow={show} />
      <OverTime of="conversations" steps={report.steps} step={step} onShow={show} />
      <BusyHours hours={report.hours} onShow={show} />
      <WorkGroups range={range} asKnownOn={asKnownOn} onShow={show} />
      <Around report={report} onShow={show} />
      {asked && <Cases asked={asked} range={range} asKnownOn={asKnownOn} onClose={() => show(null)} />}
    </>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <div className={reports.nothing}>
      <EmptyState
        icon={<IconChartDots size={36} stroke={1.25} />}
        title={t('workReport.nothing')}
        hint={t('workReport.nothingHint')}
      />
    </div>
  );
}
