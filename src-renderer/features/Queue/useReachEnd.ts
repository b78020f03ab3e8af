import { useEffect, useRef, useState } from 'react';

interface PagedList {
  readonly hasMore: boolean;
  /** The last page that was asked for could not be read. */
  readonly hasFailed: boolean;
  /** Reads the next page; does nothing while one is being read. */
  loadMore(): void;
  /** The row under the cursor. */
  readonly at: string | null;
  /** Moves the cursor to the last row that is loaded. */
  toEnd(): void;
}

/**
 * Goes to the true end of a list that is read page by page: at once to the last row that is loaded, and on when the rest is
 * there, unless the cursor was moved meanwhile.
 */
export function useReachEnd({ hasMore, hasFailed, loadMore, at, toEnd }: PagedList): () => void {
  const [isWanted, setWanted] = useState(false);
  const waitsAt = useRef<string | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    waitsAt.current ??= at;
    const isMoved = at !== waitsAt.current;
    if (hasMore && !isMoved && !hasFailed) return loadMore();
    setWanted(false);
    if (!hasMore && !isMoved) toEnd();
  });
  return () => {
    waitsAt.current = null;
    toEnd();
    setWanted(true);
  };
}
