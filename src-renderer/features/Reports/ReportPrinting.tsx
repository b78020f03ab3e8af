import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { ok } from '#shared/result.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { PrintedPages } from '../../shell/PrintedPages.tsx';
import { usePrinted } from '../../shell/usePrinted.ts';
import { type ReportJob, usePrinting } from '../../state/printing.ts';
import { toDayRange } from '../../ui/time.ts';
import { ReportSheet } from './ReportSheet.tsx';
import { WeekPrinting } from './work/WeekPrinting.tsx';
import { WorkPrinting } from './work/WorkPrinting.tsx';

type Both = EngineOutput<'reports.surveys'>;

/** While a report is being saved as a PDF file its page, which only the printer sees. */
export function ReportPrinting() {
  const job = usePrinting((state) => state.job);
  if (job?.of === 'work') return <WorkPrinting job={job} />;
  if (job?.of === 'week') return <WeekPrinting job={job} />;
  return job?.of === 'report' && <Job job={job} />;
}

interface Props {
  readonly job: ReportJob;
}

/** Reads the report as it is known at one moment, so that all figures of the page belong together. */
function Job({ job }: Props) {
  const getReport = useEngineCommand('reports.surveys');
  const read = useCallback(async () => {
    const { period, step, compareWith, groupBy, asKnownOn } = job;
    const asked = { ...period, asKnownOn };
    const whole = await getReport({ ...asked, groupBy: step, compareWith });
    if (!whole.ok) return whole;
    const parts = await getReport({ ...asked, groupBy });
    return parts.ok ? ok({ whole: whole.value, parts: parts.value }) : parts;
  }, [getReport, job]);
  const report = usePrinted(read);
  return report && <Pages job={job} {...report} />;
}

function Pages({ job, whole, parts }: Props & { readonly whole: Both; readonly parts: Both }) {
  const { t, i18n } = useTranslation();
  const account = useEngineQuery('system.info', {}).data?.account;
  const minimum = useEngineQuery('surveys.settings', {}).data?.minimumForFigures;
  if (account === undefined || minimum === undefined) return null;
  const { scale, period } = job;
  const days = toDayRange(period.from, period.to - 1, i18n.language);
  return (
    <PrintedPages target="pdf" name={t('reports.page.name', { scale: t(`reports.scales.${scale}`), days })}>
      <ReportSheet
        job={job}
        account={account}
        days={days}
        minimum={minimum}
        report={whole[scale]}
        groups={parts[scale].groups}
      />
    </PrintedPages>
  );
}
