import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShellSettings } from '#shared/contract/shell.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useUi } from '../../state/ui.ts';
import { ChannelBadge, toChannel } from '../../ui/ChannelBadge.tsx';
import { ListRow, RowText } from '../../ui/ListRow.tsx';
import shared from '../../ui/shared.module.css';
import { toName } from '../../ui/shownName.ts';
import type { RowPlace } from '../../ui/VirtualList.tsx';
import { DueChip } from './DueChip.tsx';
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
  const { t } = useTranslation();
  const select = useUi((state) => state.select);
  const isOwn = row.lastMessage.direction === 'out';
  const { id, handle } = row.person;
  return (
    <ListRow
      elementId={toRowId(row.id)}
      place={place}
      density={density}
      who={{ id, handle, name: toName(row.person) }}
      at={row.lastMessage.at}
      unread={row.unread > 0 ? t('queue.unread', { count: row.unread }) : undefined}
      onSelect={() => select(row.id)}
    >
      <div className={shared.rowLine}>
        {density === 'compact' && <ChannelBadge channel={toChannel(row.lastMessage.kind)} />}
        <RowText text={row.lastMessage.text} {...(isOwn ? { writer: t('queue.you') } : {})} />
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
