import { useTranslation } from 'react-i18next';
import { useNow } from '../../../ui/RelativeTime.tsx';
import { toDayName } from './dayName.ts';
import styles from './Separators.module.css';

/** The day of the messages below it. */
export function DaySeparator({ at }: { readonly at: number }) {
  const { t, i18n } = useTranslation();
  const { name, near } = toDayName(at, useNow(), i18n.language);
  return (
    <div className={styles.day}>
      <time dateTime={new Date(at).toISOString().slice(0, 10)}>
        {near ? `${t(`conversation.${near}`)}, ${name}` : name}
      </time>
    </div>
  );
}
