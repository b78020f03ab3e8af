import { useTranslation } from 'react-i18next';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { toDelimiter, useSaveText } from '../../shell/useSaveText.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { toDayAndTime, toShortDuration } from '../../ui/time.ts';
import styles from './Crisis.module.css';

/** What an incident amounted to, in figures, and what saves its log. */
export function Report({ id }: { readonly id: string }) {
  const { t, i18n } = useTranslation();
  const save = useSaveLog(id);
  const { data: report } = useEngineQuery('crisis.report', { id });
  if (!report) return null;
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
    <section className={styles.part} aria-label={t('crisis.past.report')}>
      <DataTable
        caption={t('crisis.past.report')}
        columns={[{ label: t('crisis.past.figure') }, { label: t('crisis.past.value'), variant: 'figure' }]}
        rows={figures.map(([label, value]) => ({ key: label, cells: [label, value] }))}
      />
      <DataTable
        caption={t('crisis.past.perHour')}
        columns={[{ label: t('crisis.past.hour') }, { label: t('crisis.past.mentions'), variant: 'figure' }]}
        rows={report.mentionsPerHour.map(({ at, count }) => ({
          key: String(at),
          cells: [toDayAndTime(at, i18n.language), number(count)],
        }))}
      />
      <div className={styles.buttons}>
        <Button onClick={() => void save()}>{t('crisis.past.save')}</Button>
      </div>
    </section>
  );
}

/** Returns what saves the whole log in a file that somebody chooses. */
function useSaveLog(id: string): () => Promise<void> {
  const { t, i18n } = useTranslation();
  const save = useSaveText();
  const exportLog = useEngineCommand('crisis.export');
  return async () => {
    const written = await exportLog({ id, delimiter: toDelimiter(i18n.language) });
    if (!written.ok) return;
    await save({ name: t('crisis.past.fileName'), format: 'csv', content: written.value.content });
  };
}
