import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useShownRow } from '../../engine/shownRow.ts';
import { useErrorText } from '../../errors/errorText.ts';
import { MarkedWords } from '../../messages/markedWords.ts';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { useShownPanes } from '../../shell/usePanes.ts';
import { isOpening } from '../../state/moving.ts';
import { useNoting } from '../../state/noting.ts';
import { useUi } from '../../state/ui.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useTypeAhead } from '../../ui/typeAhead.ts';
import { type OpenHistory, useHistory } from '../../workspace/useHistory.ts';
import { ApprovalCards } from './approvals/ApprovalCards.tsx';
import styles from './Conversation.module.css';
import { ConversationHeader } from './ConversationHeader.tsx';
import { Composer } from './composer/Composer.tsx';
import { FindBar } from './find/FindBar.tsx';
import { useHit } from './find/useHit.ts';
import { useWords } from './find/useWords.ts';
import { HandoverLine } from './HandoverLine.tsx';
import { NoteComposer } from './notes/NoteComposer.tsx';
import { OldEnd, useIsOnlyRead } from './OldEnd.tsx';
import { WrittenAbout } from './spelling/useFieldSpelling.ts';
import { TagStrip } from './TagStrip.tsx';
import { Timeline, type TimelineProps } from './timeline/Timeline.tsx';
import type { TimelinePlace } from './timeline/usePlace.ts';
import { useConversationCommands, useIsPartWanted, useOpeningCommands } from './useConversationCommands.ts';
import { useFirstUnread } from './useFirstUnread.ts';
import { useMarkRead, useSeenThrough, useShownMessages } from './useMarkRead.ts';
import { useMentionSeen } from './useMentionSeen.ts';

/** The open conversation: header, timeline and composer. */
export function ConversationPane({ id }: { readonly id: string }) {
  return <AnyConversation id={id} key={id} />;
}

function AnyConversation({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const toText = useErrorText();
  const open = useHistory(id);
  // Deferred, so that the list paints its selection first and the next key press interrupts this slower render.
  const conversation = useDeferredValue(open.conversation, null);
  const row = useShownRow(id);
  const commands = useConversationCommands(id, open.conversation ?? row);
  useOpeningCommands(id);
  useClosedOnceGone(id, open.isGone);
  const isWanted = useIsPartWanted(id);
  useTypeAhead(() => !conversation && !open.error && isWanted());
  if (conversation)
    return (
      <WrittenAbout value={conversation}>
        <OpenConversation conversation={conversation} open={open} {...commands} />
      </WrittenAbout>
    );
  if (!open.error) return <div className={styles.pane} aria-busy="true" />;
  const { what, todo } = toText(open.error);
  return (
    <div className={styles.pane}>
      <EmptyState title={t('conversation.failed')}>
        <p>
          {what} {todo}
        </p>
      </EmptyState>
    </div>
  );
}

/** Closes a conversation that was erased while it was open, so that nothing of it stays on the screen. */
function useClosedOnceGone(id: string, isGone: boolean): void {
  useEffect(() => {
    if (isGone && useUi.getState().selectedId === id) useUi.getState().select(null);
  }, [id, isGone]);
}

interface Props {
  readonly conversation: Conversation;
  readonly open: OpenHistory;
  readonly resolve: () => void;
  readonly reopen: () => void;
}

function OpenConversation({ conversation, open, resolve, reopen }: Props) {
  const [isAtEnd, setAtEnd] = useState(false);
  const [endWanted, setEndWanted] = useState(0);
  const { hitState, newFrom, isPlaced } = useOpening(conversation.id, open);
  const isInSight = useShownPanes() !== 'list' && isPlaced;
  const place = useRef<TimelinePlace>(null);
  const { shown, onShown } = useShownMessages(isInSight);
  const seenThrough = useSeenThrough(open.newest, { isAtEnd: isInSight && isAtEnd, shown });
  return (
    <div className={styles.pane}>
      <Reading conversation={conversation} isInSight={isInSight} seenThrough={seenThrough} />
      <ConversationHeader conversation={conversation} onResolve={resolve} onReopen={reopen} />
      <TagStrip conversation={conversation} />
      <HandoverLine conversationId={conversation.id} />
      <FindBar conversationId={conversation.id} hitState={hitState} place={place} />
      <MarkedTimeline
        isPlaced={isPlaced}
        conversation={conversation}
        history={open.shown}
        isFar={open.isFar}
        moves={open.moves}
        newFrom={newFrom}
        place={place}
        onAtEnd={setAtEnd}
        onShown={onShown}
        endWanted={endWanted}
      />
      <Editor
        conversation={conversation}
        history={open.newest}
        farMessages={open.farMessages}
        seenThrough={seenThrough}
        onShowNewest={() => setEndWanted((times) => times + 1)}
      />
    </div>
  );
}

/** The timeline with the words that are looked for, once it is known where it opens. */
function MarkedTimeline({ isPlaced, ...timeline }: TimelineProps & { readonly isPlaced: boolean }) {
  return (
    <MarkedWords value={useWords(timeline.conversation.id)}>
      {isPlaced ? <Timeline {...timeline} /> : <div className={styles.unplaced} aria-busy="true" />}
    </MarkedWords>
  );
}

interface ReadingProps {
  readonly conversation: Conversation;
  readonly isInSight: boolean;
  readonly seenThrough: string | undefined;
}

/** Marks as read what is in sight; not while keys move on. A component of its own, so that their first press draws nothing else. */
function Reading({ conversation, isInSight, seenThrough }: ReadingProps) {
  const isRead = !useUi(isOpening) && isInSight;
  useMarkRead(conversation, isRead, seenThrough);
  useMentionSeen(conversation, isRead);
  return null;
}

/**
 * Where the timeline opens: at a hit, else at the first unread message. `isPlaced` is false until that is loaded; to draw what
 * comes before would only hold it up.
 */
function useOpening(conversationId: string, open: OpenHistory) {
  const hitState = useHit(conversationId, open);
  const firstUnread = useFirstUnread(conversationId, open);
  const [isPlaced, setPlaced] = useState(false);
  if (!isPlaced && hitState !== 'loading' && !firstUnread.isLoading) setPlaced(true);
  return { hitState, newFrom: firstUnread.id, isPlaced };
}

type EditorProps = Omit<Parameters<typeof Composer>[0], 'receivesDms'>;

/** The replies that wait for an approval, and where one is written, or a note in its place. */
function Editor(props: EditorProps) {
  const { conversation } = props;
  const person = useEngineQuery('people.get', { id: conversation.person.id }).data?.person;
  const isNoting = useNoting((state) => state.conversationId === conversation.id);
  const isOnlyRead = useIsOnlyRead(conversation);
  if (useIsReadOnly()) return null;
  const composer = isOnlyRead ? (
    <OldEnd id={conversation.id} />
  ) : (
    <Composer {...props} receivesDms={person?.receivesDms ?? null} />
  );
  return (
    <>
      <ApprovalCards conversation={conversation} />
      {isNoting ? <NoteComposer conversation={conversation} /> : composer}
    </>
  );
}
