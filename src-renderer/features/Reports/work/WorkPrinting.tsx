import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkGroup } from '#shared/domain/workReport.ts';
import { ok } from '#shared/result.ts';
import { useEngineCommand, useEngineQuery } from '../../../engine/hooks.ts';
import { PrintedPages } from '../../../shell/PrintedPages.tsx';
import { usePrinted } from '../../../shell/usePrinted.ts';
import type { WorkJob } from '../../../state/printing.ts';
import { toDayRange } from '../../../ui/time.ts';
import { WorkSheet } from './WorkSheet.tsx';
import type { WorkReport } from './workReport.ts';

interface Props {
  readonly job: WorkJob;
}

interface Read {
  readonly report: WorkReport;
  readonly groups: readonly WorkGroup[];
}

/** The page of the report on the work, read as it is known at one moment, so that all its figures belong together. */
export function WorkPrinting({ job }: Props) {
  const read = useReport(job);
  const { t, i18n } = useTranslation();
  const account = useEngineQuery('system.info', {}).data?.account;
  if (read === null || account === undefined) return null;
  const days = toDayRange(job.period.from, job.period.to - 1, i18n.language);
  return (
    <PrintedPages target="pdf" name={`${t('workReport.name')} ${days}`}>
      <WorkSheet job={job} account={account} days={days} {...read} />
    </PrintedPages>
  );
}

/** Null until both are read. */
function useReport(job: WorkJob): Read | null {
  const getReport = useEngineCommand('reports.work');
  const getGroups = useEngineCommand('reports.workGroups');
  const read = useCallback(async () => {
    const { period, step, compareWith, groupBy, asKnownOn } = job;
    const report = await getReport({ ...period, asKnownOn, step, compareWith });
    if (!report.ok) return report;
    const groups = await getGroups({ ...period, asKnownOn, groupBy });
    return groups.ok ? ok<Read>({ report: report.value, groups: groups.value.groups }) : groups;
  }, [getReport, getGroups, job]);
  return usePrinted(read);
}
