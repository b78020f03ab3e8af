import type { CannedResponse } from '#shared/domain/cannedResponse.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useLibrary } from '../../state/library.ts';
import { stepWithin } from '../../state/moving.ts';
import { useDebounced } from '../../ui/useDebounced.ts';

/** What a row of the library shows. */
export type LibraryItem = Pick<CannedResponse, 'id' | 'title' | 'shortcut' | 'folder' | 'uses'> & {
  readonly text: string;
  /** Whether it should be read again. */
  readonly isStale: boolean;
};

/** How long typing must pause before the library is searched, in milliseconds. */
const typingPauseMs = 80;

/** The most that the list shows: beyond that a search finds faster than scrolling. */
const most = 1_000;

/** The canned responses of the chosen folder, or those that a search finds. */
export function useLibraryItems() {
  const { folder, isStaleOnly, query, selectedId } = useLibrary();
  const wanted = useDebounced(query.trim(), typingPauseMs);
  const isSearch = wanted !== '';
  const listed = useEngineQuery(
    'library.list',
    { ...(folder === null ? {} : { folder }), ...(isStaleOnly ? { stale: true } : {}), limit: most },
    { keepPrevious: true },
  );
  const found = useEngineQuery(
    'library.search',
    { query: wanted, limit: 100 },
    { enabled: isSearch, keepPrevious: true },
  );
  const items: readonly LibraryItem[] = isSearch
    ? (found.data?.items ?? []).map((hit) => ({ ...hit, isStale: false }))
    : (listed.data?.items ?? []).map((canned) => ({
        ...canned,
        text: canned.texts[0]?.text ?? '',
        isStale: canned.stale.length > 0,
      }));
  const selectedAt = items.findIndex(({ id }) => id === selectedId);
  return {
    items,
    selectedAt,
    folders: listed.data?.folders ?? [],
    /** Whether the library has none at all, whatever is filtered. */
    isEmpty: listed.isSuccess && listed.data.folders.length === 0,
    isPending: isSearch ? found.isPending : listed.isPending,
    error: (isSearch ? found : listed).error,
    selectBy: (step: number) =>
      useLibrary.getState().select(items[stepWithin(items.length, selectedAt, step)]?.id ?? null),
  };
}

export type LibraryItems = ReturnType<typeof useLibraryItems>;
