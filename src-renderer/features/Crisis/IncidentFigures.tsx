import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { toDayAndTime, toShortDuration } from '../../ui/time.ts';

/** What an incident amounted to. */
export type IncidentReport = EngineOutput<'crisis.report'>;

/** The figures of an incident, and its posts by the hour if there were any. */
export function IncidentFigures({ report }: { readonly report: IncidentReport }) {
  const { t, i18n } = useTranslation();
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  const { incident, medianFirstReplyMs: median } = report;
  const figures = [
    [t('crisis.past.from'), toDayAndTime(incident.startedAt, i18n.language)],
    [
      t('crisis.past.until'),
      incident.endedAt === null ? t('crisis.past.runs') : toDayAndTime(incident.endedAt, i18n.language),
    ],
    [t('crisis.past.mentions'), number(report.mentions)],
    [t('crisis.past.replies'), number(report.replies)],
    [t('crisis.past.conversations'), number(report.conversations)],
    [t('crisis.past.replied'), number(report.replied)],
    [t('crisis.past.median'), median === null ? '–' : toShortDuration(median, i18n.language)],
  ] as const;
  return (
    <>
      <DataTable
        caption={t('crisis.past.report')}
        columns={[{ label: t('crisis.past.figure') }, { label: t('crisis.past.value'), variant: 'figure' }]}
        rows={figures.map(([label, value]) => ({ key: label, cells: [label, value] }))}
      />
      {report.mentionsPerHour.length > 0 && (
        <DataTable
          caption={t('crisis.past.perHour')}
          columns={[
            { label: t('crisis.past.hour') },
            { label: t('crisis.past.mentions'), variant: 'figure' },
          ]}
          rows={report.mentionsPerHour.map(({ at, count }) => ({
            key: String(at),
            cells: [toDayAndTime(at, i18n.language), number(count)],
          }))}
        />
      )}
    </>
  );
}
