import { useMemo } from 'react';
import type { Tag } from '#shared/domain/tag.ts';
import { useEngineQuery } from '../engine/hooks.ts';

const none: readonly Tag[] = [];

/** All tags by name. */
export function useTags(): readonly Tag[] {
  return useEngineQuery('tags.list', {}).data?.items ?? none;
}

/** Whether the tags are still to be read. */
export function useAreTagsPending(): boolean {
  return useEngineQuery('tags.list', {}).isPending;
}

/** The tags with these ids by name; without those that were deleted since. */
export function useTagsWith(ids: readonly string[]): readonly Tag[] {
  const tags = useTags();
  return useMemo(() => (ids.length === 0 ? none : tags.filter(({ id }) => ids.includes(id))), [tags, ids]);
}
