import { IconArrowDown } from '@tabler/icons-react';
import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../../shared/domain/conversation.ts';
import { useUi } from '../../../state/ui.ts';
import { useAnswers } from '../../Composer/answerState.ts';
import { MessageBubble } from '../message/MessageBubble.tsx';
import { toName, toShownName } from '../shownName.ts';
import { Boundary } from './Boundary.tsx';
import { buildTimeline } from './buildTimeline.ts';
import { DaySeparator } from './DaySeparator.tsx';
import type { History } from './history.ts';
import { SystemNote } from './SystemNote.tsx';
import styles from './Timeline.module.css';
import type { TimelineRow } from './timelineRow.ts';
import { useTimelineScroll } from './useTimelineScroll.ts';

interface Props {
  readonly conversation: Conversation;
  readonly history: History;
  readonly onLoadOlder: () => void;
  /** Told whenever somebody begins or ceases to see the newest message. */
  readonly onAtEnd: (isAtEnd: boolean) => void;
  /** Changes when something asks for the end of the timeline. */
  readonly endWanted: number;
}

/** A person's posts and private messages on one line of time, the newest at the bottom. */
export const Timeline = memo(function Timeline({
  conversation,
  history,
  onLoadOlder,
  onAtEnd,
  endWanted,
}: Props) {
  const { t } = useTranslation();
  const { id, person } = conversation;
  const scroller = useRef<HTMLDivElement>(null);
  const { messages, activities, gaps, previous } = history;
  const rows = useMemo(
    () => buildTimeline({ messages, activities, gaps, conversationId: id, complete: previous === undefined }),
    [messages, activities, gaps, id, previous],
  );
  const { virtualizer, onScroll, isAtEnd, newCount, toEnd } = useTimelineScroll({
    conversationId: id,
    rows,
    scroller,
    onLoadOlder,
  });
  useEffect(() => onAtEnd(isAtEnd), [onAtEnd, isAtEnd]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new wish moves the timeline
  useEffect(() => {
    if (endWanted > 0) toEnd();
  }, [endWanted]);
  useFocus(scroller);

  return (
    <div className={styles.frame}>
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={t('conversation.history', { name: toShownName(toName(person)) })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
      >
        <Rows rows={rows} virtualizer={virtualizer} conversation={conversation} />
      </section>
      {!isAtEnd && <EndPill newCount={newCount} onClick={toEnd} />}
    </div>
  );
});

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

interface RowsProps {
  readonly rows: readonly TimelineRow[];
  readonly virtualizer: ReturnType<typeof useTimelineScroll>['virtualizer'];
  readonly conversation: Conversation;
}

/** Only the rows in sight and a few around them are drawn. */
function Rows({ rows, virtualizer, conversation }: RowsProps) {
  const targetId = useAnswers((state) => state.targets[conversation.id]);
  return (
    <div className={styles.sizer} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((item) => {
        const row = rows[item.index];
        return (
          row && (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={styles.item}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <RowView row={row} conversation={conversation} targetId={targetId} />
            </div>
          )
        );
      })}
    </div>
  );
}

interface RowProps {
  readonly row: TimelineRow;
  readonly conversation: Conversation;
  readonly targetId: string | undefined;
}

function RowView({ row, conversation: { id, person }, targetId }: RowProps) {
  const { t } = useTranslation();
  switch (row.kind) {
    case 'beginning':
      return (
        <p className={styles.begins}>{t('conversation.begins', { name: toShownName(toName(person)) })}</p>
      );
    case 'day':
      return <DaySeparator at={row.at} />;
    case 'boundary':
      return <Boundary row={row} />;
    case 'system':
      return <SystemNote line={row.line} at={row.at} />;
    case 'message':
      return (
        <MessageBubble
          row={row}
          conversationId={id}
          personName={toShownName(person.name)}
          isTarget={row.message.id === targetId}
        />
      );
  }
}

function useFocus(scroller: { readonly current: HTMLDivElement | null }): void {
  const focus = useUi((state) => state.focus);
  useEffect(() => {
    if (focus.area !== 'conversation' || focus.nonce === 0) return;
    // After the pane around it, which takes the focus first.
    queueMicrotask(() => scroller.current?.focus({ preventScroll: true }));
  }, [focus, scroller]);
}
