import { IconEar } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '../../../shared/domain/savedSearch.ts';
import { useUi } from '../../state/ui.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { toListKeys } from '../Queue/toListKeys.ts';
import { FailureCard } from '../Welcome/FailureCard.tsx';
import { HitRow, toHitRowId } from './HitRow.tsx';
import styles from './Listening.module.css';
import type { Hits } from './useHits.ts';

/** Height of a row in pixels. */
const height = 64;

interface Props {
  readonly hits: Hits;
  readonly searches: readonly SavedSearch[];
  readonly hasSearches: boolean;
}

/** The hits as a listbox: selecting one opens it beside the list. */
export function HitList({ hits, searches, hasSearches }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const focus = useUi((state) => state.focus);
  useEffect(() => {
    if (focus.area === 'list') scroller.current?.focus({ preventScroll: true });
  }, [focus]);
  const { items, selected, selectedAt, selectBy, loadMore, pages } = hits;
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    getItemKey: (index) => items[index]?.message.id ?? index,
  });
  useEffect(() => {
    if (selectedAt >= 0) virtual.scrollToIndex(selectedAt, { align: 'auto' });
  }, [virtual, selectedAt]);
  const drawn = virtual.getVirtualItems();
  const lastShown = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= items.length - 20) loadMore();
  }, [lastShown, items.length, loadMore]);
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1);
  const isDrawn = drawn.some(({ index }) => index === selectedAt);
  return (
    <div className={styles.wrap}>
      <div
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t('listening.hits')}
        aria-activedescendant={selected && isDrawn ? toHitRowId(selected) : undefined}
        aria-busy={pages.isPending}
        className={styles.list}
        onKeyDown={toListKeys(page, selectBy)}
      >
        <div role="presentation" className={styles.canvas} style={{ height: virtual.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const hit = items[index];
            return hit ? (
              <HitRow
                key={hit.message.id}
                hit={hit}
                searches={searches}
                isSelected={index === selectedAt}
                position={index + 1}
                size={hits.hasMore ? -1 : items.length}
                top={start}
                height={height}
                onSelect={hits.select}
              />
            ) : null;
          })}
        </div>
      </div>
      <ListState hits={hits} hasSearches={hasSearches} />
    </div>
  );
}

/** What stands in the list while it has no rows. */
function ListState({ hits, hasSearches }: Pick<Props, 'hits' | 'hasSearches'>) {
  const { t } = useTranslation();
  const { error, isPending } = hits.pages;
  if (hits.items.length > 0 || isPending) return null;
  if (error)
    return (
      <div className={styles.over}>
        <FailureCard title={t('listening.failed')} error={error.error} />
      </div>
    );
  if (!hasSearches) return null;
  return (
    <div className={styles.over}>
      <EmptyState
        icon={<IconEar size={36} stroke={1.25} />}
        title={t('listening.empty')}
        hint={t('listening.emptyHint')}
      />
    </div>
  );
}
