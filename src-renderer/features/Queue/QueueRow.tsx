import { IconAt, IconChecks, IconPencil } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '#shared/contract/shell.ts';
import type { Conversation, Reason } from '#shared/domain/conversation.ts';
import { toPreview } from '#shared/domain/ownHandles.ts';
import type { Tag } from '#shared/domain/tag.ts';
import { usePicture } from '../../shell/usePicture.ts';
import { useHasPicks, usePicked } from '../../state/picked.ts';
import { useUi } from '../../state/ui.ts';
import { capText } from '../../ui/Bidi.tsx';
import { ChannelBadge, toChannel } from '../../ui/ChannelBadge.tsx';
import { ListRow, type RowPick, RowText } from '../../ui/ListRow.tsx';
import { PriorityMark } from '../../ui/PriorityMark.tsx';
import shared from '../../ui/shared.module.css';
import { toName } from '../../ui/shownName.ts';
import { VipMark } from '../../ui/VipMark.tsx';
import type { RowLayout } from '../../ui/VirtualList.tsx';
import type { useCountedTime } from '../../workspace/useCountedTime.ts';
import { useTagsWith } from '../../workspace/useTags.ts';
import styles from './Queue.module.css';
import { ReplyChip } from './ReplyChip.tsx';
import { RowTags } from './RowTags.tsx';
import { RowTime } from './RowTime.tsx';
import type { Picking } from './usePicking.ts';

interface Props extends RowLayout {
  readonly row: Conversation;
  /** The name of the current agent. */
  readonly me: string;
  /** Whether it matters who is the assignee. */
  readonly isTeam: boolean;
  /** The handle of the account. */
  readonly ownHandle: string;
  /** How delays are counted. */
  readonly counted: ReturnType<typeof useCountedTime>;
  readonly density: Preferences['density'];
  readonly onPick: Picking['pick'];
}

/** One conversation of a list: person, channel, time, how the last message begins, and what is unusual. */
export const QueueRow = memo(function QueueRow(props: Props) {
  const { row, me, isTeam, ownHandle, counted, density, onPick, ...place } = props;
  const { t } = useTranslation();
  const isOwn = row.lastMessage.direction === 'out';
  const { id, handle } = row.person;
  const { content, lang } = row.lastMessage;
  const tags = useTagsWith(row.tags);
  const agent = isTeam ? row.agent : null;
  const hasMarks = density === 'comfortable' && (tags.length > 0 || agent !== null || hasUnusual(row));
  return (
    <ListRow
      elementId={toRowId(row.id)}
      place={place}
      density={density}
      who={{ id, handle, name: toName(row.person), picture: usePicture(row.person) }}
      time={<Beside row={row} counted={counted} />}
      unread={row.unread > 0 ? t('queue.unread', { count: row.unread }) : undefined}
      pick={useRowPick(row, onPick)}
      onSelect={() => openOnly(row.id)}
    >
      <RowText
        text={toPreview(row.lastMessage, { own: ownHandle, person: handle })}
        content={content}
        lang={lang}
        lines={density === 'compact' || hasMarks ? 1 : 2}
        {...(isOwn ? { writer: t('queue.you') } : {})}
      />
      {hasMarks && <MarksLine row={row} agent={agent} me={me} tags={tags} />}
    </ListRow>
  );
});

/** What stands beside the name: a priority, whether the person is a VIP, a mention, the channel, and the time or the state of a reply. */
function Beside({ row, counted }: Pick<Props, 'row' | 'counted'>) {
  return (
    <>
      <PriorityMark priority={row.priority} />
      {row.isVip && <VipMark />}
      {row.mentionsMe && <MentionMark />}
      {row.approval && <ApprovalMark approval={row.approval} />}
      <ChannelBadge channel={toChannel(row.lastMessage.kind)} variant="icon" />
      {/* A reply that X does not have outweighs a due time. */}
      {row.unfinishedReply ? (
        <ReplyChip reply={row.unfinishedReply} />
      ) : (
        <RowTime row={row} counted={counted} />
      )}
    </>
  );
}

/** A note mentions the current agent, who has not seen it. */
function MentionMark() {
  const { t } = useTranslation();
  return (
    <span className={styles.mention} title={t('notes.mentionsYou')}>
      <IconAt aria-hidden="true" size={14} stroke={2} />
      <span className={shared.spoken}>{t('notes.mentionsYou')}</span>
    </span>
  );
}

/** A reply waits for an approval; in colour where the current agent is asked. */
function ApprovalMark({ approval }: Required<Pick<Conversation, 'approval'>>) {
  const { t } = useTranslation();
  const words = t(approval === 'toApprove' ? 'approval.rowToApprove' : 'approval.rowWaiting');
  return (
    <span className={styles.mention} data-quiet={approval === 'waiting' || undefined} title={words}>
      <IconChecks aria-hidden="true" size={14} stroke={2} />
      <span className={shared.spoken}>{words}</span>
    </span>
  );
}

function openOnly(id: string): void {
  usePicked.getState().clear();
  useUi.getState().select(id);
}

function useRowPick(row: Conversation, onPick: Picking['pick']): RowPick {
  const { t } = useTranslation();
  const isPicked = usePicked(({ picks }) => picks.has(row.id));
  const isPicking = useHasPicks();
  return { isPicked, isPicking, label: t('bulk.commands.pick'), onPick: (how) => onPick(row, how) };
}

interface MarksProps extends Pick<Props, 'row' | 'me'> {
  /** The assignee, if it matters who that is. */
  readonly agent: string | null;
  readonly tags: readonly Tag[];
}

function MarksLine({ row, agent, me, tags }: MarksProps) {
  return (
    <div className={shared.rowLine}>
      <RowTags tags={tags} />
      <Why row={row} />
      <RowMarks row={row} agent={agent} me={me} />
    </div>
  );
}

/** Whether there is more to say about a row than its text and time. */
function hasUnusual(row: Conversation): boolean {
  return row.hasDraft || isFollowUp(row) || toUnusualReason(row) !== null;
}

/** Whether a snooze ended without a reply of the person: it is in the queue, though the account wrote last. */
function isFollowUp({ waitingSince, lastMessage, unfinishedReply }: Conversation): boolean {
  return waitingSince !== null && lastMessage.direction === 'out' && unfinishedReply === null;
}

/** Why there is a conversation, if the channel of its last message does not say so. */
function toUnusualReason({ reason, lastMessage }: Conversation): Reason | null {
  if (reason === 'dm' || reason === 'mention') return null;
  // After a change of channel the reason would contradict the channel.
  return toChannel(lastMessage.kind) === 'public' ? reason : null;
}

function Why({ row }: { readonly row: Conversation }) {
  const { t } = useTranslation();
  const reason = toUnusualReason(row);
  const words = isFollowUp(row) ? t('snooze.noReply') : reason !== null && t(`queue.reason.${reason}`);
  return <span className={styles.why}>{words}</span>;
}

/** The element id of a row, for `aria-activedescendant`. */
export function toRowId(conversationId: string): string {
  return `row-${conversationId}`;
}

/** Marks for a draft and the assignee. */
function RowMarks({ row, agent, me }: Omit<MarksProps, 'tags'>) {
  const { t } = useTranslation();
  const isMine = agent === me;
  return (
    <>
      {row.hasDraft && (
        <span className={styles.draft} title={t('queue.draft')}>
          <IconPencil aria-hidden="true" size={12} stroke={1.75} />
          <span className={agent === null ? undefined : shared.spoken}>{t('queue.draft')}</span>
        </span>
      )}
      {agent !== null && (
        <span
          className={styles.agent}
          data-mine={isMine || undefined}
          title={isMine ? t('queue.youHave') : t('queue.agentHas', { agent })}
        >
          <bdi>{isMine ? t('queue.you') : capText(agent, 12)}</bdi>
        </span>
      )}
    </>
  );
}
