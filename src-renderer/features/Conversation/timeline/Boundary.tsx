import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { toDayRange } from './dayName.ts';
import styles from './Separators.module.css';
import type { BoundaryRow } from './timelineRow.ts';

/** Where the history passes into another conversation with the same person. */
export function Boundary({ row: { current, from, to } }: { readonly row: BoundaryRow }) {
  const { t, i18n } = useTranslation();
  return (
    <div className={styles.boundary} data-current={current || undefined}>
      <span>
        {!current && <IconHistory aria-hidden="true" size={13} stroke={1.75} />}
        {t(current ? 'conversation.current' : 'conversation.earlier')}
        {!current && <time>{toDayRange(from, to, i18n.language)}</time>}
      </span>
    </div>
  );
}
