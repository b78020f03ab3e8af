import { useTranslation } from 'react-i18next';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './TagSettings.module.css';

/** What rules are, and the way to them. */
export function RuleSettings() {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.hint}>{t('rules.hint')}</p>
      <Button onClick={() => useUi.getState().show('rules')}>{t('rules.manage')}</Button>
    </>
  );
}
