import { useTranslation } from 'react-i18next';
import { useHasPicks } from '../../state/picked.ts';
import { useUi } from '../../state/ui.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import shared from '../../ui/shared.module.css';
import { toShownName } from '../../ui/shownName.ts';
import { useOpenCount, useOpenList } from '../../workspace/useOpenList.ts';
import { NewRows } from '../Queue/NewRows.tsx';
import { QueueList } from '../Queue/QueueList.tsx';
import { SearchField } from '../Search/SearchField.tsx';
import { SearchResults } from '../Search/SearchResults.tsx';
import { FilterChips } from '../Views/FilterChips.tsx';
import { FilterMenu } from '../Views/FilterMenu.tsx';
import { BulkBar } from './BulkBar.tsx';
import styles from './Frame.module.css';

/** A list of conversations with its name, number and filter, or what a search found. */
export function ListPane() {
  const isSearching = useUi((state) => state.searchText.trim() !== '');
  const list = useOpenList();
  const isPicking = useHasPicks();
  const { t } = useTranslation();
  const { view, filter, sort, saved } = list;
  const title = isSearching ? t('search.results') : saved ? toShownName(saved.name) : t(`views.${view}`);
  return (
    <>
      {isPicking ? <BulkBar title={title} /> : isSearching ? <ResultsHead /> : <ListHead />}
      <SearchField />
      {!isSearching && <FilterChips />}
      {isSearching ? <SearchResults /> : <QueueList list={list} key={JSON.stringify([view, filter, sort])} />}
    </>
  );
}

function ResultsHead() {
  const { t } = useTranslation();
  return (
    <header className={`${shared.listHead} ${styles.head}`}>
      <h1 className={shared.placeTitle}>{t('search.results')}</h1>
    </header>
  );
}

function ListHead() {
  const { t, i18n } = useTranslation();
  const { view, saved } = useOpenList();
  const count = useOpenCount();
  return (
    <header className={`${shared.listHead} ${styles.head}`}>
      <h1 className={`${shared.placeTitle} ${styles.listName}`}>
        {saved ? <Bidi text={saved.name} cap={80} /> : t(`views.${view}`)}
      </h1>
      {count !== undefined && (
        <span className={styles.count} data-figures>
          {new Intl.NumberFormat(i18n.language).format(count)}
        </span>
      )}
      <span className={styles.headEnd}>
        <NewRows />
        <FilterMenu />
      </span>
    </header>
  );
}
