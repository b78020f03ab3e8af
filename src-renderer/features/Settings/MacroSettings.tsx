import { useTranslation } from 'react-i18next';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { KeyedText } from '../../ui/Kbd.tsx';
import styles from './TagSettings.module.css';

/** What macros are, and the way to them. */
export function MacroSettings() {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.hint}>
        <KeyedText text={t('macros.hint')} />
      </p>
      <Button onClick={() => useUi.getState().show('macros')}>{t('macros.manage')}</Button>
    </>
  );
}
