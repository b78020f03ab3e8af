import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { toShownName } from '../../ui/shownName.ts';
import styles from './Frame.module.css';

/** Says that crisis mode is on, for as long as it is, and leads to the incident. */
export function CrisisBanner() {
  const { t } = useTranslation();
  const running = useEngineQuery('crisis.get', {}).data?.running;
  if (!running) return null;
  return (
    <div role="status" className={styles.banner} data-tone="danger">
      <span>
        {t('crisis.banner', { title: toShownName(running.title, 60) })} {t('crisis.frozen')}
      </span>
      <Button size="small" command="crisis.open" onClick={() => useUi.getState().show('crisis')}>
        {t('crisis.show')}
      </Button>
    </div>
  );
}
