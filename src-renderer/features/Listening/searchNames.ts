import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { toShownName } from '../../ui/shownName.ts';
import type { Hit } from './useHits.ts';

/** The names of the searches that found a hit, each capped, joined; empty where none of them is left. */
export function toSearchNames(
  { searchIds }: Pick<Hit, 'searchIds'>,
  searches: readonly SavedSearch[],
  language: string,
  cap?: number,
): string {
  const names = searches.filter(({ id }) => searchIds.includes(id)).map(({ name }) => toShownName(name, cap));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
