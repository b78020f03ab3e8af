import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/RelativeTime.tsx';
import styles from './Capture.module.css';
import { toWeeks } from './strip.ts';

/** The days below the strips. */
export function Weeks() {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const format = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short' });
  return (
    <div aria-hidden="true" className={styles.weeks}>
      {toWeeks(now).map(({ at, place }) => (
        <span key={place} style={{ insetInlineStart: `${place}%` }} data-last={place === 100 || undefined}>
          {place === 100 ? t('capture.today') : format.format(at)}
        </span>
      ))}
    </div>
  );
}
