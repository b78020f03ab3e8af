import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { useEngineQuery } from '../../engine/hooks.ts';
import { usePaneWidth } from '../../shell/usePaneWidth.ts';
import { useUi } from '../../state/ui.ts';
import { ListSide } from '../../ui/ListSide.tsx';
import { HitList } from './HitList.tsx';
import { HitPane } from './HitPane.tsx';
import styles from './Listening.module.css';
import { ListeningHead } from './ListeningHead.tsx';
import { SavedSearches } from './SavedSearches.tsx';
import { SearchDialog } from './SearchDialog.tsx';
import { type Hit, useHits } from './useHits.ts';
import { useListeningCommands } from './useListeningCommands.ts';

/** What people say without mentioning the account: the hits of the saved searches, and the selected one in full. */
export function ListeningScreen() {
  const { t } = useTranslation();
  const [searchId, setSearchId] = useState<string | null>(null);
  const [edited, setEdited] = useState<SavedSearch | 'new' | null>(null);
  const { data } = useEngineQuery('savedSearches.list', {});
  const searches = data?.items ?? [];
  const current = searches.some(({ id }) => id === searchId) ? searchId : null;
  const hits = useHits(current);
  const create = () => setEdited('new');
  const open = (messageId: string) => {
    hits.select(messageId);
    useUi.getState().focusOn('list');
  };
  useListeningCommands(hits);
  useCommands([{ id: 'search.new', run: create }]);
  return (
    <>
      <ListSide label={t('listening.hits')} width={usePaneWidth('listWidth')}>
        <ListeningHead
          searches={searches}
          current={current}
          onChoose={setSearchId}
          onNew={create}
          hits={hits}
        />
        <HitList
          hits={hits}
          onSelect={open}
          searches={searches}
          hasSearches={data === undefined || searches.length > 0}
          hasFound={hasFound(searches, current)}
        />
      </ListSide>
      <Pane hit={hits.selected} searches={data?.items} onEdit={setEdited} onNew={create} />
      {edited !== null && (
        <SearchDialog search={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

/** Whether a search, or any if it is null, has found posts. */
function hasFound(searches: readonly SavedSearch[], searchId: string | null): boolean {
  return searches.some(({ id, hits }) => hits > 0 && (searchId === null || id === searchId));
}

interface PaneProps {
  readonly hit: Hit | null;
  /** Undefined until loaded. */
  readonly searches: readonly SavedSearch[] | undefined;
  readonly onEdit: (search: SavedSearch) => void;
  readonly onNew: () => void;
}

/** The selected hit, else the saved searches. */
function Pane({ hit, searches, onEdit, onNew }: PaneProps) {
  const { t } = useTranslation();
  return (
    <main className={styles.pane} aria-label={t('listening.title')}>
      {hit ? (
        <HitPane hit={hit} searches={searches ?? []} key={hit.message.id} />
      ) : (
        searches && <SavedSearches searches={searches} onEdit={onEdit} onNew={onNew} />
      )}
    </main>
  );
}
