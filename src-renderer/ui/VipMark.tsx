import { useTranslation } from 'react-i18next';
import styles from './VipMark.module.css';

/** That a person is a VIP. */
export function VipMark() {
  const { t } = useTranslation();
  return <span className={styles.mark}>{t('person.vip')}</span>;
}
