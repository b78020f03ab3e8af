import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import shared from '../../ui/shared.module.css';
import { NewRows } from '../Queue/NewRows.tsx';
import { QueueList } from '../Queue/QueueList.tsx';
import { SearchField } from '../Search/SearchField.tsx';
import { SearchResults } from '../Search/SearchResults.tsx';
import styles from './ListPane.module.css';

/** The list of a view with the search above it. */
export function ListPane() {
  const { t, i18n } = useTranslation();
  const view = useUi((state) => state.view);
  const isSearching = useUi((state) => state.searchText.trim() !== '');
  const { data } = useEngineQuery('conversations.counts', {});
  return (
    <>
      <header className={styles.head}>
        <h1 className={shared.placeTitle}>{isSearching ? t('search.results') : t(`views.${view}`)}</h1>
        {!isSearching && data && (
          <span className={styles.count} data-figures>
            {new Intl.NumberFormat(i18n.language).format(data.counts[view])}
          </span>
        )}
        {!isSearching && <NewRows />}
      </header>
      <SearchField />
      {isSearching ? <SearchResults /> : <QueueList view={view} key={view} />}
    </>
  );
}
