import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useFind } from '../../../state/find.ts';
import { toName, toShownName } from '../../../ui/shownName.ts';
import { useReplyChoices } from '../../../workspace/WorkspaceProvider.tsx';
import { NoteCard } from '../notes/NoteCard.tsx';
import { MessageBubble } from './MessageBubble.tsx';
import { Boundary, DaySeparator, NewLine, SystemNote } from './Separators.tsx';
import styles from './Timeline.module.css';
import type { TimelineRow } from './timelineRow.ts';
import { findRow } from './usePlace.ts';
import type { useTimelineScroll } from './useTimelineScroll.ts';

interface RowsProps {
  readonly rows: readonly TimelineRow[];
  readonly virtualizer: ReturnType<typeof useTimelineScroll>['virtualizer'];
  readonly conversation: Conversation;
}

/** Renders only the visible rows and a few around them. */
export function TimelineRows({ rows, virtualizer, conversation }: RowsProps) {
  const targetId = useReplyChoices((state) => state.targets[conversation.id]);
  const hitId = useFind((find) =>
    find.conversationId === conversation.id ? find.hit?.messageId : undefined,
  );
  const hitAt = hitId === undefined ? -1 : findRow(rows, hitId);
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
              <RowView
                row={row}
                conversation={conversation}
                targetId={targetId}
                isHit={item.index === hitAt}
              />
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
  readonly isHit: boolean;
}

// Measuring and scrolling draw the timeline again, in which no row has changed.
const RowView = memo(function RowView({ row, conversation: { id, person }, targetId, isHit }: RowProps) {
  const { t } = useTranslation();
  switch (row.kind) {
    case 'beginning':
      return (
        <p className={styles.begins}>{t('conversation.begins', { name: toShownName(toName(person)) })}</p>
      );
    case 'day':
      return <DaySeparator at={row.at} />;
    case 'new':
      return <NewLine />;
    case 'boundary':
      return <Boundary row={row} />;
    case 'system':
      return <SystemNote line={row.line} at={row.at} />;
    case 'note':
      return <NoteCard note={row.note} />;
    case 'message':
      return (
        <MessageBubble
          row={row}
          conversationId={id}
          personName={toShownName(toName(person))}
          isTarget={row.message.id === targetId}
          isHit={isHit}
        />
      );
  }
});
