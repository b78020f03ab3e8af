import { useTranslation } from 'react-i18next';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { toDayAndTime } from '../../ui/time.ts';
import styles from './Frame.module.css';

/** Says whether the backup that somebody chose was restored, and how to go back, until somebody has read that. */
export function RestoreBanner() {
  const { t, i18n } = useTranslation();
  const { data } = useEngineQuery('system.info', {});
  const dismiss = useEngineCommand('system.dismissRestored');
  const restored = data?.restored;
  if (!restored) return null;
  const { at, isDone, wayBackAt } = restored;
  const toTime = (ms: number) => ({ time: toDayAndTime(ms, i18n.language) });
  const onDismiss = () => {
    useUi.getState().focusOn('list');
    void dismiss({});
  };
  return (
    <div role="status" className={styles.banner} data-tone={isDone ? undefined : 'due'}>
      <span>
        {t(isDone ? 'backups.restored' : 'backups.notRestored', toTime(at))}
        {wayBackAt !== null && ` ${t('backups.goBack', toTime(wayBackAt))}`}
      </span>
      <Button size="small" onClick={onDismiss}>
        {t('salvaged.dismiss')}
      </Button>
    </div>
  );
}
