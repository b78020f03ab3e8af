import { useTranslation } from 'react-i18next';
import { usePaneWidth } from '../../shell/usePaneWidth.ts';
import { useUi } from '../../state/ui.ts';
import { useFocusArea } from '../../state/useFocusArea.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListSide } from '../../ui/ListSide.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { ConversationPane } from '../Conversation/ConversationPane.tsx';
import styles from './Frame.module.css';
import { ListPane } from './ListPane.tsx';
import { PersonSide } from './PersonSide.tsx';

/** List, conversation and person. */
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
