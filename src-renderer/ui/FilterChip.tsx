import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './FilterChip.module.css';

interface Props {
  readonly label: string;
  readonly onRemove: () => void;
}

/** A filter that is set, as an item of a list; pressing it removes the filter. */
export function FilterChip({ label, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <li>
      <button
        type="button"
        className={styles.chip}
        aria-label={t('lists.remove', { filter: label })}
        title={label}
        onClick={onRemove}
      >
        <bdi>{label}</bdi>
        <IconX aria-hidden="true" size={12} stroke={2} />
      </button>
    </li>
  );
}
