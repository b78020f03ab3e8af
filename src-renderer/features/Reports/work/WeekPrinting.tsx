import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors.ts';
import { ok } from '#shared/result.ts';
import { engineKey, useEngineCommand, useEngineQuery } from '../../../engine/hooks.ts';
import { SettledPages } from '../../../shell/PrintedPages.tsx';
import { useShell } from '../../../shell/ShellProvider.tsx';
import { usePrinted } from '../../../shell/usePrinted.ts';
import { toDelimiter } from '../../../shell/useSaveText.ts';
import type { WeekJob } from '../../../state/printing.ts';
import { toDayRange } from '../../../ui/time.ts';
import { useReadWork } from './WorkPrinting.tsx';
import { WorkSheet } from './WorkSheet.tsx';

/** While the report of a week is being written its page, which only the printer sees. The engine hears what came of it. */
export function WeekPrinting({ job }: { readonly job: WeekJob }) {
  const { i18n } = useTranslation();
  const shell = useShell();
  const settle = useSettle(job.week);
  const onFailed = useCallback((error: AppError) => void settle({ error }), [settle]);
  const read = usePrinted(useReadWeek(job), onFailed);
  const account = useEngineQuery('system.info', {}).data?.account;
  const table = read?.table;
  const print = useCallback(async () => {
    if (table === undefined) return;
    const saved = await shell.call('page.saveWeek', { week: job.week, table });
    const error = saved.ok ? saved.value.error : saved.error;
    if (error) return await settle({ error });
    if (saved.ok && saved.value.savedAs !== undefined) await settle({ name: saved.value.savedAs });
  }, [shell, settle, job.week, table]);
  if (read === null || account === undefined) return null;
  const days = toDayRange(job.period.from, job.period.to - 1, i18n.language);
  return (
    <SettledPages print={print}>
      <WorkSheet job={job} account={account} days={days} report={read.report} groups={read.groups} />
    </SettledPages>
  );
}

/** Returns what reads the report, its groups and its table by day. */
function useReadWeek(job: WeekJob) {
  const { i18n } = useTranslation();
  const readWork = useReadWork(job);
  const exportWork = useEngineCommand('reports.exportWork', { quiet: true });
  return useCallback(async () => {
    const work = await readWork();
    if (!work.ok) return work;
    const { period, step, asKnownOn } = job;
    const delimiter = toDelimiter(i18n.language);
    const table = await exportWork({ ...period, asKnownOn, groupBy: step, delimiter });
    return table.ok ? ok({ ...work.value, table: table.value.content }) : table;
  }, [readWork, exportWork, job, i18n.language]);
}

/** Returns what tells the engine how it went. It stays the same function, so that nothing is printed twice. */
function useSettle(week: string) {
  const queries = useQueryClient();
  const settle = useEngineCommand('weeklyReport.settle', { quiet: true });
  return useCallback(
    async (outcome: { readonly name: string } | { readonly error: AppError }) => {
      const settled = await settle({ week, outcome });
      if (settled.ok) queries.setQueryData(engineKey('weeklyReport.get', {}), settled.value);
    },
    [settle, queries, week],
  );
}
