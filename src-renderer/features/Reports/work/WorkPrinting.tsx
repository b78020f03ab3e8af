import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkGroup } from '#shared/domain/workReport.ts';
import { useEngineCommand, useEngineQuery } from '../../../engine/hooks.ts';
import { PrintedPages } from '../../../shell/PrintedPages.tsx';
import { endPrinting, type WorkJob } from '../../../state/printing.ts';
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

/** Null until both are read; ends printing where they cannot be read. */
function useReport(job: WorkJob): Read | null {
  const getReport = useEngineCommand('reports.work');
  const getGroups = useEngineCommand('reports.workGroups');
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    let isWanted = true;
    const { period, step, compareWith, groupBy, asKnownOn } = job;
    const readBoth = async () => {
      const report = await getReport({ ...period, asKnownOn, step, compareWith });
      const groups = report.ok ? await getGroups({ ...period, asKnownOn, groupBy }) : report;
      if (!isWanted) return;
      if (report.ok && groups.ok) setRead({ report: report.value, groups: groups.value.groups });
      else endPrinting();
    };
    void readBoth();
    return () => {
      isWanted = false;
    };
  }, [getReport, getGroups, job]);
  return read;
}
