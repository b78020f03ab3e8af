import { IconListSearch, IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useHasOnePane } from '../../shell/usePanes.ts';
import { useUi } from '../../state/ui.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import shared from '../../ui/shared.module.css';
import { toShownName } from '../../ui/shownName.ts';
import { HitFilters } from './HitFilters.tsx';
import styles from './Listening.module.css';
import { Themes } from './Themes.tsx';
import type { Hits } from './useHits.ts';

/** The value of the filter that stands for all saved searches. */
const all = '';

interface Props {
  readonly searches: readonly SavedSearch[];
  /** The saved search whose hits are shown; null for all. */
  readonly current: string | null;
  readonly onChoose: (searchId: string | null) => void;
  readonly onNew: () => void;
  readonly onShowSearches: () => void;
  readonly hits: Hits;
}

/** The head of the hit list: title, filter, and the button for a new search. */
export function ListeningHead({ searches, current, onChoose, onNew, onShowSearches, hits }: Props) {
  const { t } = useTranslation();
  const isAlone = useHasOnePane();
  return (
    <>
      <header className={`${shared.listHead} ${styles.head}`}>
        <h1 className={shared.placeTitle}>{t('listening.title')}</h1>
        <div className={styles.tools}>
          {searches.length > 0 && (isAlone || hits.selected !== null) && (
            <IconButton
              label={t('listening.searches')}
              icon={<IconListSearch size={17} stroke={1.75} />}
              onClick={onShowSearches}
            />
          )}
          <IconButton
            label={t('commands.newSearch')}
            command="search.new"
            icon={<IconPlus size={17} stroke={1.75} />}
            onClick={onNew}
          />
        </div>
      </header>
      {searches.length > 0 && <SearchFilter {...{ searches, current, onChoose }} />}
      {searches.length > 0 && <HitFilters hits={hits} />}
      <HiddenSwitch hits={hits} />
      <Themes searchId={current} hits={hits} />
    </>
  );
}

/** Chooses the saved search whose hits are listed. */
function SearchFilter({ searches, current, onChoose }: Pick<Props, 'searches' | 'current' | 'onChoose'>) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles.filter}>
      <span id={id} className={shared.spoken}>
        {t('listening.filter')}
      </span>
      <Select
        labelledBy={id}
        value={current ?? all}
        choices={[
          { value: all, label: t('listening.all') },
          ...searches.map((search) => ({ value: search.id, label: toShownName(search.name) })),
        ]}
        onChange={(value) => onChoose(value === all ? null : value)}
      />
    </div>
  );
}

/** Lists the hidden posts too; there as long as there are any. */
function HiddenSwitch({ hits: { withHidden, showHidden } }: Pick<Props, 'hits'>) {
  const { t } = useTranslation();
  const id = useId();
  const hidden = useEngineQuery('listening.counts', {}).data?.hidden ?? 0;
  if (hidden === 0 && !withHidden) return null;
  const change = (next: boolean) => {
    showHidden(next);
    // The switch goes and must not take the focus with it.
    if (!next && hidden === 0) useUi.getState().focusOn('list');
  };
  return (
    <div className={styles.switch}>
      <span id={id}>{t('listening.showHidden')}</span>
      <Switch labelledBy={id} checked={withHidden} onChange={change} />
    </div>
  );
}
