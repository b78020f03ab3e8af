import { useTranslation } from 'react-i18next';
import { useEngineCommand, useEngineEvent } from '../../engine/hooks.ts';
import { useExporting } from '../../state/exporting.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Frame.module.css';

/** Says how far a large export is, and ends it. */
export function ExportProgress() {
  const { t, i18n } = useTranslation();
  const progress = useExporting((state) => state.progress);
  const cancel = useEngineCommand('conversations.cancelExport');
  useEngineEvent((event) => {
    if (event.name === 'conversations.exporting' && useExporting.getState().progress)
      useExporting.getState().set(event.params);
  });
  // A single one is there at once.
  if (!progress || progress.total === 1 || progress.done === 0) return null;
  const format = new Intl.NumberFormat(i18n.language).format;
  return (
    <div className={styles.banner}>
      <span role="status">{t('review.exporting')}</span>
      <span aria-hidden="true" data-figures>
        {t('review.exported', { done: format(progress.done), total: format(progress.total) })}
      </span>
      <Button size="small" onClick={() => void cancel({})}>
        {t('frame.cancel')}
      </Button>
    </div>
  );
}
