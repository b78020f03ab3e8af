import { useTranslation } from 'react-i18next';
import { useShell } from '../../shell/ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { useLiveState } from '../Rail/useLiveState.ts';
import styles from './Banners.module.css';
import { CostBanner } from './CostBanner.tsx';

/** What the whole window must know before anything else: the engine or the login is gone. */
export function Banners() {
  const { t } = useTranslation();
  const shell = useShell();
  const live = useLiveState();
  if (live === 'restarting')
    return (
      <p role="status" className={styles.banner} data-tone="due">
        {t('frame.engineRestarting')}
      </p>
    );
  if (live === 'stopped')
    return (
      <div role="alert" className={styles.banner} data-tone="danger">
        <span>{t('frame.engineStopped')}</span>
        <Button size="small" onClick={() => void shell.call('engine.restart', {})}>
          {t('frame.restartEngine')}
        </Button>
      </div>
    );
  if (live === 'signedOut')
    return (
      <div role="alert" className={styles.banner} data-tone="due">
        <span>{t('frame.signedOutHint')}</span>
        <Button size="small" onClick={() => useUi.getState().show('connect')}>
          {t('frame.connectAgain')}
        </Button>
      </div>
    );
  return <CostBanner />;
}
