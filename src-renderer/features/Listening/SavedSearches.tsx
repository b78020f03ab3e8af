import { IconEar, IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { useNeighbourFocus } from '../../state/focus.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { BlockedAuthors } from './BlockedAuthors.tsx';
import styles from './SavedSearches.module.css';
import { SearchLine } from './SearchLine.tsx';

interface Props {
  readonly searches: readonly SavedSearch[];
  readonly onEdit: (search: SavedSearch) => void;
  readonly onNew: () => void;
}

/** The saved searches with what they look for; shown while no hit is selected. */
export function SavedSearches({ searches, onEdit, onNew }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const neighbours = useNeighbourFocus(
    list,
    searches.map(({ id }) => id),
  );
  if (searches.length === 0) return <NoSearches onNew={onNew} />;
  return (
    <div className={styles.scroller}>
      <section className={styles.searches} aria-label={t('listening.searches')}>
        <header className={styles.head}>
          <div>
            <h2>{t('listening.searches')}</h2>
            <p className={styles.hint}>{t('listening.searchesHint')}</p>
          </div>
          <NewSearch tone="plain" onNew={onNew} />
        </header>
        <ul ref={list} className={styles.list} {...neighbours}>
          {searches.map((search) => (
            <SearchLine key={search.id} search={search} onEdit={() => onEdit(search)} />
          ))}
        </ul>
        <BlockedAuthors />
      </section>
    </div>
  );
}

/** Shown before the first search: what searches are for, and how to add one. */
export function NoSearches({ onNew }: Pick<Props, 'onNew'>) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconEar size={40} stroke={1.25} />}
      title={t('listening.noSearches')}
      hint={t('listening.noSearchesHint')}
    >
      <div className={styles.first}>
        <NewSearch tone="primary" onNew={onNew} />
      </div>
    </EmptyState>
  );
}

function NewSearch({ tone, onNew }: Pick<Props, 'onNew'> & { readonly tone: 'primary' | 'plain' }) {
  const { t } = useTranslation();
  return (
    <Button
      tone={tone}
      command="search.new"
      icon={<IconPlus aria-hidden="true" size={15} stroke={2} />}
      onClick={onNew}
    >
      {t('commands.newSearch')}
    </Button>
  );
}
