import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ok } from '#shared/result.ts';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { PrintedPages } from '../../shell/PrintedPages.tsx';
import { usePrinted } from '../../shell/usePrinted.ts';
import { usePrinting } from '../../state/printing.ts';
import { toShownName } from '../../ui/shownName.ts';
import { IncidentSheet } from './IncidentSheet.tsx';

/** The most entries that the engine returns at once. */
const MOST_ENTRIES = 1_000;

/** While the report of an incident is being saved as a PDF file its pages, which only the printer sees. */
export function IncidentPrinting() {
  const job = usePrinting((state) => state.job);
  return job?.of === 'incident' && <Pages key={job.incidentId} id={job.incidentId} />;
}

function Pages({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const getReport = useEngineCommand('crisis.report');
  const getLog = useEngineCommand('crisis.log');
  const read = useCallback(async () => {
    const report = await getReport({ id });
    if (!report.ok) return report;
    const log = await getLog({ id, limit: MOST_ENTRIES });
    return log.ok ? ok({ report: report.value, log: log.value }) : log;
  }, [getReport, getLog, id]);
  const printed = usePrinted(read);
  const account = useEngineQuery('system.info', {}).data?.account;
  if (printed === null || account === undefined) return null;
  const title = toShownName(printed.report.incident.title, 80);
  return (
    <PrintedPages target="pdf" name={t('labelled', { label: t('crisis.past.incident'), value: title })}>
      <IncidentSheet account={account} {...printed} />
    </PrintedPages>
  );
}
