import { IconBooks } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { hasOnePane } from '../../shell/usePanes.ts';
import { useFocusArea } from '../../state/focus.ts';
import { useLibrary } from '../../state/library.ts';
import { useUi } from '../../state/ui.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { rowHeights } from '../../ui/rowHeights.ts';
import shared from '../../ui/shared.module.css';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { LibraryRow, toLibraryRowId } from './LibraryRow.tsx';
import type { LibraryItems } from './useLibraryItems.ts';

/** The canned responses as a listbox. */
export function LibraryList({ items: library }: { readonly items: LibraryItems }) {
  const { t } = useTranslation();
  const scroller = useFocusArea<HTMLDivElement>('list');
  const { items, selectedAt, selectBy, isPending } = library;
  const selected = items[selectedAt];
  const open = (id: string) => {
    useLibrary.getState().select(id);
    useUi.getState().focusOn(hasOnePane() ? 'conversation' : 'list');
  };
  return (
    <VirtualList
      label={t('library.title')}
      scroller={scroller}
      count={items.length}
      height={rowHeights.comfortable}
      selectedAt={selectedAt}
      selectedElement={selected && toLibraryRowId(selected.id)}
      isBusy={isPending}
      hasMore={false}
      canLoad={false}
      loadMore={() => {}}
      loadEnd={() => Promise.resolve(true)}
      selectBy={selectBy}
      row={(place) => {
        const item = items[place.index];
        return item && <LibraryRow key={item.id} item={item} onSelect={open} {...place} />;
      }}
    >
      <ListState library={library} />
    </VirtualList>
  );
}

/** Shown while the list is empty. */
function ListState({ library: { items, isPending, isEmpty, error } }: { readonly library: LibraryItems }) {
  const { t } = useTranslation();
  if (items.length > 0 || isPending) return null;
  return (
    <div className={shared.overList}>
      {error ? (
        <FailureCard title={t('library.failed')} error={error.error} />
      ) : (
        <EmptyState
          icon={<IconBooks size={36} stroke={1.25} />}
          title={t(isEmpty ? 'library.empty' : 'library.nothingFound')}
          hint={t(isEmpty ? 'library.emptyHint' : 'library.nothingFoundHint')}
        />
      )}
    </div>
  );
}
