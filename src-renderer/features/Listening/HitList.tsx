import { IconEar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isNarrow } from '#shared/domain/hitFilter.ts';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { canLoad, loadAllPages } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { useHasOnePane } from '../../shell/usePanes.ts';
import { useFocusArea } from '../../state/focus.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { rowHeights } from '../../ui/rowHeights.ts';
import shared from '../../ui/shared.module.css';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { HitRow, toHitRowId } from './HitRow.tsx';
import { NoSearches } from './SavedSearches.tsx';
import type { Hits } from './useHits.ts';

interface Props {
  readonly hits: Hits;
  readonly onSelect: (messageId: string) => void;
  readonly searches: readonly SavedSearch[];
  readonly hasSearches: boolean;
  /** Whether there are hits, hidden ones too. */
  readonly hasFound: boolean;
  readonly onNew: () => void;
}

/** The hits as a listbox; the selected one is shown beside it. */
export function HitList({ hits, onSelect, searches, ...state }: Props) {
  const { t } = useTranslation();
  const scroller = useFocusArea<HTMLDivElement>('list');
  const { items, selected, selectedAt } = hits;
  return (
    <VirtualList
      label={t('listening.hits')}
      scroller={scroller}
      count={items.length}
      height={rowHeights.comfortable}
      selectedAt={selectedAt}
      selectedElement={selected ? toHitRowId(selected) : undefined}
      isBusy={hits.pages.isPending}
      hasMore={hits.hasMore}
      canLoad={canLoad(hits.pages)}
      loadMore={hits.loadMore}
      loadEnd={(isWanted) => loadAllPages(hits.pages, isWanted)}
      selectBy={hits.selectBy}
      row={(place) => {
        const hit = items[place.index];
        return (
          hit && <HitRow key={hit.message.id} hit={hit} searches={searches} onSelect={onSelect} {...place} />
        );
      }}
    >
      <ListState hits={hits} {...state} />
    </VirtualList>
  );
}

/** Shown while the list is empty. */
function ListState({ hits, hasSearches, hasFound, onNew }: Omit<Props, 'onSelect' | 'searches'>) {
  const { t } = useTranslation();
  const isAlone = useHasOnePane();
  const { error, isPending } = hits.pages;
  if (hits.items.length > 0 || isPending || (hits.hasMore && !error)) return null;
  if (error)
    return (
      <div className={shared.overList}>
        <FailureCard title={t('listening.failed')} error={error.error} />
      </div>
    );
  if (!hasSearches)
    return (
      isAlone && (
        <div className={shared.overList}>
          <NoSearches onNew={onNew} />
        </div>
      )
    );
  const unfiltered = hasFound ? 'allHidden' : 'empty';
  const reason = isNarrow(hits.filter) ? 'noMatch' : unfiltered;
  return (
    <div className={shared.overList}>
      <EmptyState
        icon={<IconEar size={36} stroke={1.25} />}
        title={t(`listening.${reason}`)}
        hint={t(`listening.${reason}Hint`)}
      />
    </div>
  );
}
