import { IconArrowDown } from '@tabler/icons-react';
import { memo, type Ref, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useUi } from '../../../state/ui.ts';
import { toName, toShownName } from '../../../ui/shownName.ts';
import type { History } from '../../../workspace/history.ts';
import type { HistoryMoves } from '../../../workspace/useHistory.ts';
import { buildTimeline } from './buildTimeline.ts';
import styles from './Timeline.module.css';
import { TimelineRows } from './TimelineRows.tsx';
import type { TimelineRow } from './timelineRow.ts';
import { useMessageCommands } from './useMessageCommands.ts';
import type { TimelinePlace } from './usePlace.ts';
import { useTimelineMenu } from './useTimelineMenu.ts';
import { useTimelineScroll } from './useTimelineScroll.ts';

export interface TimelineProps {
  readonly conversation: Conversation;
  readonly history: History;
  /** Whether the newest messages do not follow the shown ones. */
  readonly isFar: boolean;
  readonly moves: HistoryMoves;
  /** The message at which the timeline opens, below a line that says what is new. */
  readonly newFrom: string | undefined;
  /** Called when the newest message scrolls into or out of view. */
  readonly onAtEnd: (isAtEnd: boolean) => void;
  /** Called with the messages that come on the screen while some are unread. */
  readonly onShown: (ids: readonly string[]) => void;
  readonly place: Ref<TimelinePlace>;
  /** A counter; each increase scrolls to the end. */
  readonly endWanted: number;
}

/** A person's posts and private messages in one timeline, newest at the bottom. */
export const Timeline = memo(function Timeline(props: TimelineProps) {
  const { conversation, history, isFar, moves, newFrom, onAtEnd, onShown, endWanted, place } = props;
  const { t } = useTranslation();
  const { id, person } = conversation;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRows(id, history, newFrom);
  const scrolled = { conversationId: id, rows, scroller, isFar, moves, place };
  const { virtualizer, onScroll, isAtEnd, newCount, toEnd } = useTimelineScroll(scrolled);
  useEffect(() => onAtEnd(isAtEnd), [onAtEnd, isAtEnd]);
  useShown({ rows, range: virtualizer.range, isUnread: history.unread.length > 0, onShown });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new wish moves the timeline
  useEffect(() => {
    if (endWanted > 0) toEnd();
  }, [endWanted]);
  useFocus(scroller);
  useMessageCommands(conversation, history.messages);
  const menuHandlers = useTimelineMenu(id, history.messages, scroller);

  return (
    <div className={styles.frame}>
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={t('conversation.history', { name: toShownName(toName(person)) })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
        {...menuHandlers}
      >
        <TimelineRows rows={rows} virtualizer={virtualizer} conversation={conversation} />
      </section>
      {!isAtEnd && <EndPill newCount={newCount} onClick={toEnd} />}
    </div>
  );
});

function useRows(conversationId: string, history: History, newFrom: string | undefined) {
  const { messages, activities, notes, gaps, previous } = history;
  return useMemo(
    () =>
      buildTimeline({
        messages,
        activities,
        notes,
        gaps,
        conversationId,
        complete: previous === undefined,
        newFrom,
      }),
    [messages, activities, notes, gaps, conversationId, previous, newFrom],
  );
}

interface ShownInput extends Pick<TimelineProps, 'onShown'> {
  readonly rows: readonly TimelineRow[];
  /** The first and last row on the screen; null before the first drawing. */
  readonly range: { readonly startIndex: number; readonly endIndex: number } | null;
  readonly isUnread: boolean;
}

/** Reports the messages on the screen once they are drawn there: of many unread ones the engine names the next only later. */
function useShown({ rows, range, isUnread, onShown }: ShownInput): void {
  const inSight = range && isUnread ? rows.slice(range.startIndex, range.endIndex + 1) : [];
  const ids = inSight.flatMap((row) => (row.kind === 'message' ? row.message.id : []));
  const shown = ids.join(' ');
  useEffect(() => {
    if (shown === '') return;
    // A timeline that is about to scroll, such as when it opens, shows them for no time at all.
    const frame = requestAnimationFrame(() => onShown(shown.split(' ')));
    return () => cancelAnimationFrame(frame);
  }, [shown, onShown]);
}

interface PillProps {
  readonly newCount: number;
  readonly onClick: () => void;
}

function EndPill({ newCount, onClick }: PillProps) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.toEnd} data-new={newCount > 0 || undefined} onClick={onClick}>
      <IconArrowDown aria-hidden="true" size={14} stroke={2} />
      {newCount > 0 ? t('conversation.new', { count: newCount }) : t('conversation.toEnd')}
    </button>
  );
}

function useFocus(scroller: { readonly current: HTMLDivElement | null }): void {
  const focus = useUi((state) => state.focus);
  useEffect(() => {
    if (focus.area !== 'conversation' || focus.nonce === 0) return;
    // Queued, because the surrounding pane takes the focus first.
    queueMicrotask(() => scroller.current?.focus({ preventScroll: true }));
  }, [focus, scroller]);
}
