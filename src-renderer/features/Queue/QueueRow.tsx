import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShellSettings } from '../../../shared/contract/shell.ts';
import type { Conversation } from '../../../shared/domain/conversation.ts';
import { useUi } from '../../state/ui.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Bidi, capText, Handle } from '../../ui/Bidi.tsx';
import { ChannelBadge, toChannel } from '../../ui/ChannelBadge.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import shared from '../../ui/shared.module.css';
import { toName } from '../Conversation/shownName.ts';
import { DueChip } from './DueChip.tsx';
import styles from './QueueRow.module.css';
import { RowMarks } from './RowMarks.tsx';
import { toRowId } from './rowId.ts';

interface Props {
  readonly row: Conversation;
  /** The own name among the agents. */
  readonly me: string;
  readonly density: ShellSettings['density'];
  readonly isSelected: boolean;
  /** Counting from 1. */
  readonly position: number;
  /** How many rows there are; -1 while nobody knows. */
  readonly size: number;
  /** Pixels. */
  readonly top: number;
  readonly height: number;
}

/** One conversation of a list: who, why, on which channel, what last, how urgent. */
export const QueueRow = memo(function QueueRow(props: Props) {
  const { row, me, density, isSelected, position, size, top, height } = props;
  const select = useUi((state) => state.select);
  const isUnread = row.unread > 0;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and points to the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
    <div
      role="option"
      id={toRowId(row.id)}
      aria-selected={isSelected}
      aria-posinset={position}
      aria-setsize={size}
      className={styles.row}
      data-density={density}
      data-unread={isUnread || undefined}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={() => select(row.id)}
    >
      {isUnread && <Unread count={row.unread} />}
      <Avatar id={row.person.id} name={toName(row.person)} size={density === 'compact' ? 28 : 34} />
      <div className={styles.lines}>
        <div className={shared.rowLine}>
          <Bidi text={toName(row.person)} cap={80} className={styles.name} />
          <Handle handle={row.person.handle} cap={18} className={styles.handle} />
          <RelativeTime at={row.lastMessage.at} className={styles.time} />
        </div>
        <div className={shared.rowLine}>
          {density === 'compact' && <ChannelBadge channel={toChannel(row.lastMessage.kind)} />}
          <LastText row={row} />
          {density === 'compact' && <DueChip row={row} />}
        </div>
        {density === 'comfortable' && (
          <div className={shared.rowLine}>
            <Why row={row} />
            <RowMarks row={row} me={me} />
            <DueChip row={row} />
          </div>
        )}
      </div>
    </div>
  );
});

function LastText({ row }: { readonly row: Conversation }) {
  const { t } = useTranslation();
  const text = capText(row.lastMessage.text, 160).replace(/\s+/g, ' ');
  if (row.lastMessage.direction === 'in')
    return (
      // The line itself takes the direction: cut off is the end of the text, whichever side that is on.
      <bdi dir="auto" className={styles.text}>
        {text}
      </bdi>
    );
  return (
    <span className={styles.text}>
      <span className={styles.own}>{t('queue.you')}: </span>
      <bdi dir="auto">{text}</bdi>
    </span>
  );
}

function Why({ row }: { readonly row: Conversation }) {
  const { t } = useTranslation();
  const channel = toChannel(row.lastMessage.kind);
  // A conversation that has moved to the other channel since would seem to contradict itself.
  const isStillThere = (row.reason === 'dm') === (channel === 'dm');
  return (
    <span className={styles.why}>
      <ChannelBadge channel={channel} />
      {isStillThere && <span className={styles.reason}>{t(`queue.reason.${row.reason}`)}</span>}
    </span>
  );
}

function Unread({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return (
    <span className={styles.dot}>
      <span className={`${shared.spoken} ${styles.hidden}`}>{t('queue.unread', { count })}</span>
    </span>
  );
}
