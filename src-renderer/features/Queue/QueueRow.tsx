import { IconPencil } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '#shared/contract/shell.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useUi } from '../../state/ui.ts';
import { capText } from '../../ui/Bidi.tsx';
import { ChannelBadge, toChannel } from '../../ui/ChannelBadge.tsx';
import { ListRow, RowText } from '../../ui/ListRow.tsx';
import shared from '../../ui/shared.module.css';
import { toName } from '../../ui/shownName.ts';
import type { RowLayout } from '../../ui/VirtualList.tsx';
import { DueChip } from './DueChip.tsx';
import styles from './Queue.module.css';
import { ReplyChip } from './ReplyChip.tsx';

interface Props extends RowLayout {
  readonly row: Conversation;
  /** The name of the current agent. */
  readonly me: string;
  readonly density: Preferences['density'];
}

/** One conversation of a list: person, reason, channel, last message, due time. */
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
        <RowText
          text={row.lastMessage.text}
          content={row.lastMessage.content}
          lang={row.lastMessage.lang}
          {...(isOwn ? { writer: t('queue.you') } : {})}
        />
        {density === 'compact' && <Chip row={row} />}
      </div>
      {density === 'comfortable' && (
        <div className={shared.rowLine}>
          <Why row={row} />
          <RowMarks row={row} me={me} />
          <Chip row={row} />
        </div>
      )}
    </ListRow>
  );
});

// A reply that X does not have outweighs a due time, and a row has place for one of them.
function Chip({ row }: { readonly row: Conversation }) {
  return row.unfinishedReply ? <ReplyChip reply={row.unfinishedReply} /> : <DueChip row={row} />;
}

function Why({ row }: { readonly row: Conversation }) {
  const { t } = useTranslation();
  const channel = toChannel(row.lastMessage.kind);
  // After a change of channel the reason would contradict the channel beside it.
  const isStillThere = (row.reason === 'dm') === (channel === 'dm');
  return (
    <span className={styles.why}>
      <ChannelBadge channel={channel} />
      {isStillThere && <span className={styles.reason}>{t(`queue.reason.${row.reason}`)}</span>}
    </span>
  );
}

/** The element id of a row, for `aria-activedescendant`. */
export function toRowId(conversationId: string): string {
  return `row-${conversationId}`;
}

/** Marks for a draft and the assignee. */
export function RowMarks({ row, me }: { readonly row: Conversation; readonly me: string }) {
  const { t } = useTranslation();
  const isMine = row.agent === me;
  return (
    <>
      {row.hasDraft && (
        <span className={styles.draft} title={t('queue.draft')}>
          <IconPencil aria-hidden="true" size={12} stroke={1.75} />
          <span className={row.agent === null ? undefined : shared.spoken}>{t('queue.draft')}</span>
        </span>
      )}
      {row.agent !== null && (
        <span
          className={styles.agent}
          data-mine={isMine || undefined}
          title={isMine ? t('queue.youHave') : t('queue.agentHas', { agent: row.agent })}
        >
          <bdi>{isMine ? t('queue.you') : capText(row.agent, 12)}</bdi>
        </span>
      )}
    </>
  );
}
