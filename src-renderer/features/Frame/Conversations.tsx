import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { paneWidths } from '#shared/domain/paneWidths.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { usePaneWidth } from '../../shell/usePaneWidth.ts';
import { usePersonSide } from '../../shell/usePersonSide.ts';
import { useFocusArea } from '../../state/focus.ts';
import { useUi } from '../../state/ui.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListSide } from '../../ui/ListSide.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Resizer } from '../../ui/Resizer.tsx';
import shared from '../../ui/shared.module.css';
import { ConversationPane } from '../Conversation/ConversationPane.tsx';
import { PersonPane } from '../Person/PersonPane.tsx';
import { NewRows } from '../Queue/NewRows.tsx';
import { QueueList } from '../Queue/QueueList.tsx';
import { SearchField } from '../Search/SearchField.tsx';
import { SearchResults } from '../Search/SearchResults.tsx';
import styles from './Frame.module.css';

/** The three panes: list, conversation and person. */
export function Conversations() {
  const { t } = useTranslation();
  return (
    <>
      <ListSide label={t('frame.list')} width={usePaneWidth('listWidth')}>
        <ListPane />
      </ListSide>
      <Conversation />
      <PersonSide />
    </>
  );
}

function Conversation() {
  const { t } = useTranslation();
  const selectedId = useUi((state) => state.selectedId);
  const pane = useFocusArea('conversation');
  return (
    <main ref={pane} tabIndex={-1} className={styles.conversation} aria-label={t('frame.conversation')}>
      {selectedId === null ? (
        <EmptyState
          icon={<Mark size={44} />}
          title={t('frame.noConversation')}
          hint={t('frame.noConversationHint')}
        />
      ) : (
        <ConversationPane id={selectedId} key={selectedId} />
      )}
    </main>
  );
}

/** The list of a view, below the search field. */
export function ListPane() {
  const { t, i18n } = useTranslation();
  const view = useUi((state) => state.view);
  const isSearching = useUi((state) => state.searchText.trim() !== '');
  const { data } = useEngineQuery('conversations.counts', {});
  return (
    <>
      <header className={`${shared.listHead} ${styles.head}`}>
        <h1 className={shared.placeTitle}>{isSearching ? t('search.results') : t(`views.${view}`)}</h1>
        {!isSearching && data && (
          <span className={styles.count} data-figures>
            {new Intl.NumberFormat(i18n.language).format(data.counts[view])}
          </span>
        )}
        {!isSearching && <NewRows />}
      </header>
      <SearchField />
      {isSearching ? <SearchResults /> : <QueueList view={view} key={view} />}
    </>
  );
}

/** The person beside the conversation, or over it in a narrow window. */
export function PersonSide() {
  const { t } = useTranslation();
  const width = usePaneWidth('personWidth');
  const { isShown, isOver } = usePersonSide();
  const selectedId = useDeferredValue(useUi((state) => state.selectedId));
  if (!isShown || selectedId === null) return null;
  return (
    <aside
      className={styles.side}
      data-over={isOver || undefined}
      style={{ width: width.value }}
      aria-label={t('frame.person')}
    >
      <PersonPane id={selectedId} />
      {!isOver && (
        <Resizer label={t('frame.resizePerson')} limits={paneWidths.person} grows="left" {...width} />
      )}
    </aside>
  );
}
