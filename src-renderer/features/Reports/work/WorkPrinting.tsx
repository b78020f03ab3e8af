import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkGroup } from '#shared/domain/workReport.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { useEngineCommand, useEngineQuery } from '../../../engine/hooks.ts';
import { PrintedPages } from '../../../shell/PrintedPages.tsx';
import { usePrinted } from '../../../shell/usePrinted.ts';
import type { WeekJob, WorkJob } from '../../../state/printing.ts';
import { toDayRange } from '../../../ui/time.ts';
import { WorkSheet } from './WorkSheet.tsx';
import type { WorkReport } from './workReport.ts';

interface Props {
  readonly job: WorkJob;
}

interface WorkRead {
  readonly report: WorkReport;
  readonly groups: readonly WorkGroup[];
}

/** The page of the report on the work, read as it is known at one moment, so that all its figures belong together. */
export function WorkPrinting({ job }: Props) {
  const read = usePrinted(useReadWork(job));
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

/** Returns what reads the report and its groups. */
export function useReadWork(job: WorkJob | WeekJob): () => Promise<Result<WorkRead, AppError>> {
  // What goes wrong with a week is said where its setting is.
  const quiet = job.of === 'week';
  const getReport = useEngineCommand('reports.work', { quiet });
  const getGroups = useEngineCommand('reports.workGroups', { quiet });
  return useCallback(async () => {
    const { period, step, compareWith, groupBy, asKnownOn } = job;
    const report = await getReport({ ...period, asKnownOn, step, compareWith });
    if (!report.ok) return report;
    const groups = await getGroups({ ...period, asKnownOn, groupBy });
    return groups.ok ? ok<WorkRead>({ report: report.value, groups: groups.value.groups }) : groups;
  }, [getReport, getGroups, job]);
}
