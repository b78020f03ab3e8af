import { useTranslation } from 'react-i18next';
import { counted } from '../../../ui/counted.ts';
import styles from './Sheet.module.css';

/** How many groups a page has no room for. */
export function Rest({ count }: { readonly count: number }) {
  const { t, i18n } = useTranslation();
  if (count <= 0) return null;
  return <p className={styles.rest}>{t('reports.page.rest', counted(count, i18n.language))}</p>;
}
