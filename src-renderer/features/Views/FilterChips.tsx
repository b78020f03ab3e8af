import { useTranslation } from 'react-i18next';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { clearFilter, goToSavedView, setFilter, setSort, withoutFilter } from '../../state/listQuery.ts';
import { useUi } from '../../state/ui.ts';
import { FilterChip } from '../../ui/FilterChip.tsx';
import { useFilterWords } from '../../workspace/useFilterWords.ts';
import { type OpenList, useOpenList } from '../../workspace/useOpenList.ts';
import styles from './Views.module.css';

/** The filter and the order of the open list as far as they are not the usual ones; each can be removed. */
export function FilterChips() {
  const { t } = useTranslation();
  const list = useOpenList();
  const words = useFilterWords()(list.filter);
  if (words.length === 0 && list.sort === null && !list.isEdited) return null;
  return (
    <ul className={styles.chips} aria-label={t('lists.activeFilters')}>
      {words.map(({ part, label }) => (
        <FilterChip
          key={part}
          label={label}
          onRemove={() => remove(() => setFilter(withoutFilter(list.filter, part)))}
        />
      ))}
      {list.sort !== null && (
        <FilterChip label={t(`lists.sorts.${list.sort}`)} onRemove={() => remove(() => setSort(null))} />
      )}
      <li>
        <ListAction list={list} />
      </li>
    </ul>
  );
}

/** Saves what is shown: as a new view, or as what the open one is from now on. */
function ListAction({ list: { saved, isEdited, ...list } }: { readonly list: OpenList }) {
  const { t } = useTranslation();
  const update = useEngineCommand('views.update');
  const isReadOnly = useIsReadOnly();
  if (saved && !isEdited) return null;
  const { view, filter, sort } = list;
  const save = async () => {
    if (!saved) return useUi.getState().show('saveView');
    const updated = await update({ id: saved.id, view, filter, sort });
    if (updated.ok) goToSavedView(updated.value);
  };
  return (
    <>
      {!isReadOnly && (
        <button type="button" className={styles.action} onClick={save}>
          <bdi>{t(saved ? 'lists.update' : 'lists.saveAs')}</bdi>
        </button>
      )}
      <button type="button" className={styles.action} onClick={clearAndFocus}>
        <bdi>{t(saved ? 'lists.revert' : 'lists.clear')}</bdi>
      </button>
    </>
  );
}

const clearAndFocus = (): void => remove(clearFilter);

/** The chip that had the focus goes away. */
function remove(change: () => void): void {
  change();
  useUi.getState().focusOn('list');
}
