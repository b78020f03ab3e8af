import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { parseMessageQuery, withoutFilter } from '#shared/domain/messageQuery.ts';
import { useUi } from '../../state/ui.ts';
import { FilterChip } from '../../ui/FilterChip.tsx';
import styles from './Search.module.css';
import { useSearchWords } from './useSearchWords.ts';

interface Props {
  readonly onChange: (text: string) => void;
}

/** The filters that were typed, in words; each can be removed. */
export function SearchFilters({ onChange }: Props) {
  const { t } = useTranslation();
  const { toLabel } = useSearchWords();
  const text = useUi((state) => state.searchText);
  const { filters } = useMemo(() => parseMessageQuery(text), [text]);
  if (filters.length === 0) return null;
  return (
    <ul className={styles.filters} aria-label={t('lists.activeFilters')}>
      {filters.map((filter, n) => (
        <FilterChip
          // biome-ignore lint/suspicious/noArrayIndexKey: the same filter can be typed twice
          key={`${n} ${filter.typed}`}
          label={toLabel(filter)}
          onRemove={() => onChange(withoutFilter(text, filter))}
        />
      ))}
    </ul>
  );
}
