import { IconCornerUpLeft, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { toContent } from '#shared/domain/messageContent.ts';
import type { PersonSummary } from '#shared/domain/person.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { Bidi } from '../../../ui/Bidi.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ChannelIcon } from '../../../ui/ChannelBadge.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { ChannelTabs } from './ChannelTabs.tsx';
import styles from './Composer.module.css';
import type { OpenReply } from './useReply.ts';

interface Props {
  readonly reply: OpenReply;
  readonly person: PersonSummary;
  readonly onChoose: (channel: Channel) => void;
}

/** The channel and recipient of the reply, and the post it replies to. */
export function ComposerHead({ reply, person, onChoose }: Props) {
  const { t } = useTranslation();
  const isPublic = reply.channel === 'public';
  return (
    <>
      <div className={styles.head}>
        <ChannelTabs
          channels={reply.channels}
          channel={reply.channel}
          person={person}
          drafts={reply.drafts}
          onChange={onChoose}
        />
        {isPublic && reply.channels.dm === null && (
          <Button
            size="small"
            tone="quiet"
            className={styles.move}
            icon={<ChannelIcon channel="dm" />}
            onClick={() => onChoose('dm')}
          >
            {t('composer.moveToPrivate')}
          </Button>
        )}
      </div>
      {isPublic && reply.target && (
        <ReplyTarget post={reply.target} isChosen={reply.isTargetChosen} onNewest={reply.replyToNewest} />
      )}
    </>
  );
}

interface ReplyTargetProps {
  readonly post: Message;
  /** True if an agent chose a post other than the newest. */
  readonly isChosen: boolean;
  readonly onNewest: () => void;
}

/** The post that a public reply answers. */
export function ReplyTarget({ post, isChosen, onNewest }: ReplyTargetProps) {
  const content = toContent(post);
  const { t } = useTranslation();
  return (
    <div className={styles.target} data-chosen={isChosen || undefined}>
      <IconCornerUpLeft aria-hidden="true" size={14} stroke={1.75} />
      <span className={styles.word}>{t('composer.answers')}</span>
      <Bidi
        text={content === null ? post.text.replace(/\s+/g, ' ') : t(`message.content.${content}`)}
        cap={160}
        lang={content === null ? post.lang : null}
        className={styles.text}
      />
      {isChosen && (
        <IconButton
          label={t('composer.answerNewest')}
          icon={<IconX size={14} stroke={1.75} />}
          side="top"
          className={styles.clear}
          onClick={onNewest}
        />
      )}
    </div>
  );
}
