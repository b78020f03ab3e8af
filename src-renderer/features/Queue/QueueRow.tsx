import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShellSettings } from '#shared/contract/shell.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useUi } from '../../state/ui.ts';
import { capText } from '../../ui/Bidi.tsx';
import { ChannelBadge, toChannel } from '../../ui/ChannelBadge.tsx';
import shared from '../../ui/shared.module.css';
import type { RowPlace } from '../../ui/VirtualList.tsx';
import { toName } from '../Conversation/shownName.ts';
import { DueChip } from './DueChip.tsx';
import { ListRow } from './ListRow.tsx';
import styles from './QueueRow.module.css';
import { RowMarks } from './RowMarks.tsx';
import { toRowId } from './rowId.ts';

interface Props extends RowPlace {
  readonly row: Conversation;
  /** The own name among the agents. */
  readonly me: string;
  readonly density: ShellSettings['density'];
}

/** One conversation of a list: who, why, on which channel, what last, how urgent. */
export const QueueRow = memo(function QueueRow({ row, me, density, ...place }: Props) {
  const select = useUi((state) => state.select);
  const { id, handle } = row.person;
  return (
    <ListRow
      elementId={toRowId(row.id)}
      place={place}
      density={density}
      who={{ id, handle, name: toName(row.person) }}
      at={row.lastMessage.at}
      unread={row.unread > 0 && <Unread count={row.unread} />}
      onSelect={() => select(row.id)}
    >
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
    </ListRow>
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
      <span className={styles.own}>{t('labelled', { label: t('queue.you'), value: '' })}</span>
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
