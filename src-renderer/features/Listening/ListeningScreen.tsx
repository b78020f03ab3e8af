import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { useEngineQuery } from '../../engine/hooks.ts';
import { BackToList, ListAndDetail } from '../../shell/ListAndDetail.tsx';
import { hasOnePane, stepBack, useShownOf } from '../../shell/usePanes.ts';
import { useUi } from '../../state/ui.ts';
import { HitList } from './HitList.tsx';
import { HitPane } from './HitPane.tsx';
import { ListeningHead } from './ListeningHead.tsx';
import { SavedSearches } from './SavedSearches.tsx';
import { SearchDialog } from './SearchDialog.tsx';
import { type Hit, type Hits, useHits } from './useHits.ts';
import { useListeningCommands } from './useListeningCommands.ts';

/** What people say without mentioning the account: the hits of the saved searches, and the selected one in full. */
export function ListeningScreen() {
  const { t } = useTranslation();
  const [searchId, setSearchId] = useState<string | null>(null);
  const [edited, setEdited] = useState<SavedSearch | 'new' | null>(null);
  const { data } = useEngineQuery('savedSearches.list', {});
  const current = data?.items.some(({ id }) => id === searchId) ? searchId : null;
  const hits = useHits(current);
  const create = () => setEdited('new');
  const shows = useShown(hits);
  useCommands([{ id: 'search.new', run: create }]);
  return (
    <>
      <ListAndDetail
        listLabel={t('listening.hits')}
        list={
          <HitSide
            {...{ hits, current, shows }}
            searches={data?.items}
            onChoose={setSearchId}
            onNew={create}
          />
        }
        detailLabel={t('listening.title')}
        shown={shows.shown}
      >
        <BackToList />
        <Detail
          hit={hits.selected}
          isInSight={shows.shown !== 'list'}
          searches={data?.items}
          onEdit={setEdited}
          onNew={create}
        />
      </ListAndDetail>
      {edited !== null && (
        <SearchDialog search={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

interface HitSideProps {
  readonly hits: Hits;
  /** Undefined until loaded. */
  readonly searches: readonly SavedSearch[] | undefined;
  readonly current: string | null;
  readonly shows: ReturnType<typeof useShown>;
  readonly onChoose: (searchId: string | null) => void;
  readonly onNew: () => void;
}

/** The list of hits below its head. */
function HitSide({ hits, searches, current, shows, onChoose, onNew }: HitSideProps) {
  const known = searches ?? [];
  return (
    <>
      <ListeningHead
        searches={known}
        current={current}
        onChoose={onChoose}
        onNew={onNew}
        onShowSearches={shows.showSearches}
        hits={hits}
      />
      <HitList
        hits={hits}
        onSelect={shows.open}
        searches={known}
        hasSearches={searches === undefined || searches.length > 0}
        hasFound={hasFound(known, current)}
        onNew={onNew}
      />
    </>
  );
}

/** Whether a search, or any if it is null, has found posts. */
function hasFound(searches: readonly SavedSearch[], searchId: string | null): boolean {
  return searches.some(({ id, hits }) => hits > 0 && (searchId === null || id === searchId));
}

/** Which of the hits and what is beside them is shown, and what brings a hit or the saved searches to the front. */
function useShown(hits: Hits) {
  // Beside the list they are there anyway.
  const [areSearchesOpen, openSearches] = useState(false);
  const hasDetail = hits.selected !== null || areSearchesOpen;
  const select = (messageId: string | null, withSearches = false) => {
    hits.select(messageId);
    openSearches(withSearches);
  };
  const show = (messageId: string | null) => {
    select(messageId, messageId === null && hasOnePane());
    useUi.getState().focusOn(hasOnePane() ? 'conversation' : 'list');
  };
  useListeningCommands(hits, () => stepBack(hasDetail, () => select(null)));
  return { shown: useShownOf(hasDetail), open: show, showSearches: () => show(null) };
}

interface DetailProps {
  readonly hit: Hit | null;
  readonly isInSight: boolean;
  /** Undefined until loaded. */
  readonly searches: readonly SavedSearch[] | undefined;
  readonly onEdit: (search: SavedSearch) => void;
  readonly onNew: () => void;
}

/** The selected hit, else the saved searches. */
function Detail({ hit, isInSight, searches, onEdit, onNew }: DetailProps) {
  if (hit) return <HitPane hit={hit} isInSight={isInSight} searches={searches ?? []} key={hit.message.id} />;
  return searches && <SavedSearches searches={searches} onEdit={onEdit} onNew={onNew} />;
}
