import { useTranslation } from 'react-i18next';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { toDelimiter, useSaveText } from '../../shell/useSaveText.ts';
import { startPrinting } from '../../state/printing.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Crisis.module.css';
import { IncidentFigures } from './IncidentFigures.tsx';

/** What an incident amounted to, and what saves that together with its log. */
export function Report({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const saveTable = useSaveTable(id);
  const { data: report } = useEngineQuery('crisis.report', { id });
  if (!report) return null;
  return (
    <section className={styles.part} aria-label={t('crisis.past.report')}>
      <IncidentFigures report={report} />
      <div className={styles.buttons}>
        <Button onClick={() => void saveTable()}>{t('crisis.past.saveTable')}</Button>
        <Button onClick={() => startPrinting({ of: 'incident', incidentId: id })}>
          {t('crisis.past.savePdf')}
        </Button>
      </div>
    </section>
  );
}

/** Returns what saves log and figures in a file that somebody chooses. */
function useSaveTable(id: string): () => Promise<void> {
  const { t, i18n } = useTranslation();
  const save = useSaveText();
  const exportLog = useEngineCommand('crisis.export');
  return async () => {
    const written = await exportLog({ id, delimiter: toDelimiter(i18n.language), withFigures: true });
    if (!written.ok) return;
    await save({ name: t('crisis.past.fileName'), format: 'csv', content: written.value.content });
  };
}
