import { useTranslation } from 'react-i18next';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { useErrorText } from '../../errors/errorText.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Frame.module.css';

/** Says why the weekly report could not be written, until it is. */
export function WeeklyReportBanner() {
  const { t } = useTranslation();
  const toText = useErrorText();
  const failure = useEngineQuery('weeklyReport.get', {}).data?.failure;
  const retry = useEngineCommand('weeklyReport.retry');
  if (!failure) return null;
  const { what, todo } = toText(failure.error);
  return (
    <div role="status" className={styles.banner} data-tone="due">
      <span>
        {t('weeklyReport.notSaved')} {what} {todo} {t('weeklyReport.triedAgain')}
      </span>
      <Button size="small" onClick={() => void retry({})}>
        {t('weeklyReport.retry')}
      </Button>
      <Button size="small" onClick={() => useUi.getState().show('settings')}>
        {t('commands.settings')}
      </Button>
    </div>
  );
}
