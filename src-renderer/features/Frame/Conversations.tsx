import { IconX } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useDeferredValue, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { paneWidths } from '#shared/domain/paneWidths.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useShownPanes } from '../../shell/usePanes.ts';
import { usePaneWidth } from '../../shell/usePaneWidth.ts';
import { usePersonSide } from '../../shell/usePersonSide.ts';
import { useFocusArea } from '../../state/focus.ts';
import { isOpening, toOpenId } from '../../state/moving.ts';
import { useUi } from '../../state/ui.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ListSide } from '../../ui/ListSide.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Resizer } from '../../ui/Resizer.tsx';
import { ConversationPane } from '../Conversation/ConversationPane.tsx';
import { PersonPane } from '../Person/PersonPane.tsx';
import styles from './Frame.module.css';
import { ListPane } from './ListPane.tsx';

/** The three panes: list, conversation and person. A narrow window shows one of the first two, and the third over it. */
export function Conversations() {
  const { t } = useTranslation();
  const shown = useShownPanes();
  const setFront = useUi((state) => state.setFront);
  const places = { both: 'beside', list: 'alone', conversation: 'behind' } as const;
  return (
    <>
      <div className={styles.reading} data-one={shown !== 'both' || undefined}>
        <ListSide
          label={t('frame.list')}
          width={usePaneWidth('listWidth')}
          place={places[shown]}
          onFocus={() => setFront('list')}
        >
          <ListPane />
        </ListSide>
        <Conversation shown={shown} />
      </div>
      <PersonSide />
    </>
  );
}

type Shown = ReturnType<typeof useShownPanes>;

function Conversation({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const openId = useUi(toOpenId);
  const isListEmpty = useIsListEmpty();
  const setFront = useUi((state) => state.setFront);
  const pane = useFocusArea('conversation');
  useRescuedFocus(pane, shown);
  return (
    <main
      ref={pane}
      tabIndex={-1}
      className={styles.conversation}
      aria-label={t('frame.conversation')}
      data-behind={shown === 'list' || undefined}
      onFocus={() => setFront('conversation')}
    >
      {openId === null ? (
        <EmptyState
          icon={<Mark size={44} />}
          title={t('frame.noConversation')}
          hint={isListEmpty ? t('frame.nothingToOpen') : t('frame.noConversationHint')}
        />
      ) : (
        <Usable>
          <ConversationPane id={openId} key={openId} />
        </Usable>
      )}
    </main>
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

/** Whether the list holds nothing that could be opened. */
function useIsListEmpty(): boolean {
  const view = useUi((state) => state.view);
  const counts = useEngineQuery('conversations.counts', {}).data?.counts;
  return counts?.[view] === 0;
}

/** Focuses the conversation where it alone is shown and nothing that can be seen has the focus. */
function useRescuedFocus(pane: RefObject<HTMLElement | null>, shown: Shown): void {
  const focus = useUi((state) => state.focus);
  const openId = useUi(toOpenId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move of focus and each opening can end in the hidden list
  useEffect(() => {
    if (shown !== 'conversation') return;
    const { activeElement, body } = document;
    if (activeElement !== body && !activeElement?.closest('[data-place="behind"]')) return;
    pane.current?.focus({ preventScroll: true });
  }, [pane, shown, focus, openId]);
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
