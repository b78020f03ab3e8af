import { IconCornerUpLeft, IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { MessageAside } from '../../../messages/MessageAside.tsx';
import { MessageBody } from '../../../messages/MessageBody.tsx';
import { PersonAvatar } from '../../../shell/PersonAvatar.tsx';
import { useIsReadOnly } from '../../../shell/useIsReadOnly.ts';
import { Bidi, Handle } from '../../../ui/Bidi.tsx';
import { ChannelBadge, toChannel } from '../../../ui/ChannelBadge.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { below } from '../../../ui/menuPlace.ts';
import { toName, toShownName } from '../../../ui/shownName.ts';
import { toClockTime, toExactTime } from '../../../ui/time.ts';
import { useAfterFirstFrame } from '../../../ui/useAfterFirstFrame.ts';
import styles from './MessageBubble.module.css';
import { MessageState } from './MessageState.tsx';
import type { MessageRow } from './timelineRow.ts';
import { asMessage, canReplyTo, useMessageMenu, useReplyTo } from './useMessageMenu.tsx';

interface Props {
  readonly row: MessageRow;
  readonly conversationId: string;
  /** The name of the person, for use in a sentence. */
  readonly personName: string;
  /** True for the post that an agent chose to reply to. */
  readonly isTarget: boolean;
  /** True for the message that a search found, while it is shown. */
  readonly isHit: boolean;
}

/** One message in the colour of its channel. In a run of messages only the first has a head with name and channel. */
export function MessageBubble(props: Props) {
  const { row, conversationId, personName, isTarget, isHit } = props;
  const { message, starts, ends } = row;
  const { t, i18n } = useTranslation();
  const channel = toChannel(message.kind);
  const isOwn = message.direction === 'out' && !message.context;
  const isSent = message.status?.kind === 'sent';
  const label = t('message.named', {
    name: toShownName(toName(message.author)),
    channel: t(`channel.${channel}`),
    time: toExactTime(message.at, i18n.language),
  });
  return (
    <article
      {...asMessage(message.id)}
      aria-label={label}
      className={styles.row}
      data-side={isOwn ? 'own' : 'theirs'}
      data-channel={channel}
      data-context={message.context || undefined}
      data-starts={starts || undefined}
      data-ends={ends || undefined}
      aria-current={isHit || undefined}
    >
      {!isOwn && <Face message={message} isShown={starts} />}
      <div className={styles.column}>
        {starts && <Head message={message} isOwn={isOwn} />}
        <div className={styles.line}>
          <div className={styles.bubble} data-target={isTarget || undefined}>
            <MessageBody message={message} />
            {isOwn && !isSent && <MessageState message={message} personName={personName} />}
          </div>
          {isOwn && isSent && <MessageState message={message} personName={personName} />}
          <HoverActions message={message} conversationId={conversationId} />
        </div>
      </div>
    </article>
  );
}

function Face({ message, isShown }: { readonly message: Message; readonly isShown: boolean }) {
  const { author, context } = message;
  return (
    <div className={styles.face}>{isShown && <PersonAvatar person={author} size={context ? 22 : 28} />}</div>
  );
}

function Head({ message, isOwn }: { readonly message: Message; readonly isOwn: boolean }) {
  const { i18n } = useTranslation();
  const { author, agent, at, context, kind } = message;
  return (
    <header className={styles.head}>
      <Bidi text={isOwn ? (agent ?? toName(author)) : toName(author)} cap={48} className={styles.name} />
      {(context || (isOwn && agent === undefined)) && (
        <Handle handle={author.handle} cap={20} className={styles.handle} />
      )}
      <ChannelBadge channel={toChannel(kind)} variant="tinted" />
      <MessageAside message={message} className={message.group ? styles.group : styles.aside} />
      <time dateTime={new Date(at).toISOString()} title={toExactTime(at, i18n.language)}>
        {toClockTime(at, i18n.language)}
      </time>
    </header>
  );
}

interface ActionProps {
  readonly message: Message;
  readonly conversationId: string;
}

/** The actions on a message, beside it. They always take up their space, so that neither hovering nor drawing them shifts anything. */
function HoverActions({ message, conversationId }: ActionProps) {
  const { i18n } = useTranslation();
  // They take half the time of a row, and a conversation is read before anything is done with a message.
  const areDrawn = useAfterFirstFrame();
  return (
    <div className={styles.actions}>
      <time dateTime={new Date(message.at).toISOString()} title={toExactTime(message.at, i18n.language)}>
        {toClockTime(message.at, i18n.language)}
      </time>
      {areDrawn && <ActionButtons message={message} conversationId={conversationId} />}
    </div>
  );
}

function ActionButtons({ message, conversationId }: ActionProps) {
  const { t } = useTranslation();
  const replyTo = useReplyTo(conversationId);
  const openMenu = useMessageMenu(conversationId);
  const isReadOnly = useIsReadOnly();
  return (
    <>
      {!isReadOnly && canReplyTo(message, conversationId) && (
        <IconButton
          label={t('message.answerThis')}
          icon={<IconCornerUpLeft size={15} stroke={1.75} />}
          side="top"
          onClick={() => replyTo(message)}
        />
      )}
      <IconButton
        label={t('menu.more')}
        aria-haspopup="menu"
        icon={<IconDots size={15} stroke={1.75} />}
        side="top"
        onClick={({ currentTarget }) => openMenu(message, below(currentTarget), null)}
      />
    </>
  );
}
