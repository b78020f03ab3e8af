import { useTranslation } from 'react-i18next';
import { useEngineQuery } from '../../engine/hooks.ts';
import { toShownName } from '../../ui/shownName.ts';

const known = [
  'mentions',
  'dms',
  'ownPosts',
  'search',
  'answers',
  'account',
  'people',
  'deletions',
  'preview',
  'parents',
] as const;

/** The words for a source in the ledger of costs: a saved search by its name, an unknown one by its id. */
export function useSourceName(): (source: string) => string {
  const { t } = useTranslation();
  const { data } = useEngineQuery('savedSearches.list', {});
  return (source) => {
    const kind = known.find((each) => each === source);
    if (kind) return t(`costs.sources.${kind}`);
    const search = data?.items.find(({ id }) => source === `search:${id}`);
    return toShownName(search?.name ?? source);
  };
}
