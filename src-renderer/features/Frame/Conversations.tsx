import { IconX } from '@tabler/icons-react';
import { type ReactNode, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { paneWidths } from '#shared/domain/paneWidths.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { ListAndDetail } from '../../shell/ListAndDetail.tsx';
import { useShownPanes } from '../../shell/usePanes.ts';
import { usePaneWidth } from '../../shell/usePaneWidth.ts';
import { usePersonSide } from '../../shell/usePersonSide.ts';
import { useFocusArea } from '../../state/focus.ts';
import { isOpening, toOpenId } from '../../state/moving.ts';
import { useUi } from '../../state/ui.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Resizer } from '../../ui/Resizer.tsx';
import { ConversationPane } from '../Conversation/ConversationPane.tsx';
import { PersonPane } from '../Person/PersonPane.tsx';
import styles from './Frame.module.css';
import { ListPane } from './ListPane.tsx';

/** The three panes: list, conversation and person. A narrow window shows one of the first two, and the third over it. */
export function Conversations() {
  const { t } = useTranslation();
  return (
    <>
      <ListAndDetail
        listLabel={t('frame.list')}
        list={list}
        detailLabel={t('frame.conversation')}
        detailRef={useFocusArea('conversation')}
        shown={useShownPanes()}
      >
        {conversation}
      </ListAndDetail>
      <PersonSide />
    </>
  );
}

function Conversation() {
  const { t } = useTranslation();
  const openId = useUi(toOpenId);
  const isListEmpty = useIsListEmpty();
  return openId === null ? (
    <EmptyState
      icon={<Mark size={44} />}
      title={t('frame.noConversation')}
      hint={isListEmpty ? t('frame.nothingToOpen') : t('frame.noConversationHint')}
    />
  ) : (
    <Usable>
      <ConversationPane id={openId} key={openId} />
    </Usable>
  );
}

/** Out of reach for pointer, keys and screen readers while another conversation is selected, which is not open yet. */
function Usable({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.usable} inert={useUi(isOpening)}>
      {children}
    </div>
  );
}

/** The same elements each time, so that a move of the focus renders neither. */
const list = <ListPane />;
const conversation = <Conversation />;

/** Whether the list holds nothing that could be opened. */
function useIsListEmpty(): boolean {
  const view = useUi((state) => state.view);
  const counts = useEngineQuery('conversations.counts', {}).data?.counts;
  return counts?.[view] === 0;
}

/** The person beside the conversation, or over it in a narrow window. */
export function PersonSide() {
  const { t } = useTranslation();
  const width = usePaneWidth('personWidth');
  const { isShown, isOver, toggle } = usePersonSide();
  const openId = useDeferredValue(useUi(toOpenId));
  if (!isShown || openId === null) return null;
  return (
    <aside
      className={styles.side}
      data-over={isOver || undefined}
      style={{ width: width.value }}
      aria-label={t('frame.person')}
    >
      {isOver && (
        <IconButton
          label={t('conversation.hidePerson')}
          command="person.toggle"
          icon={<IconX size={15} stroke={1.75} />}
          side="left"
          className={styles.close ?? ''}
          onClick={toggle}
        />
      )}
      <Usable>
        <PersonPane id={openId} />
      </Usable>
      {!isOver && (
        <Resizer label={t('frame.resizePerson')} limits={paneWidths.person} grows="left" {...width} />
      )}
    </aside>
  );
}
