import { IconCornerUpLeft, IconMessageShare, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { toContent } from '#shared/domain/messageContent.ts';
import { withoutOwnHandles } from '#shared/domain/ownHandles.ts';
import type { PersonSummary } from '#shared/domain/person.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChannelIcon } from '../../../ui/ChannelBadge.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Snippet } from '../../../ui/Snippet.tsx';
import { useOwnHandle } from '../../../workspace/useOwnHandle.ts';
import { ChannelTabs } from './ChannelTabs.tsx';
import styles from './Composer.module.css';
import { CustomerLanguage } from './LanguageNote.tsx';
import { MentionsLine } from './MentionsLine.tsx';
import type { OpenHandover } from './useHandover.ts';
import type { OpenReply } from './useReply.ts';

interface Props {
  readonly reply: OpenReply;
  readonly handover: OpenHandover | null;
  readonly person: PersonSummary;
  readonly onChoose: (channel: Channel) => void;
}

/** The channel and recipient of the reply, and the post it replies to. */
export function ComposerHead({ reply, handover, person, onChoose }: Props) {
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
        {reply.languages.customer && <CustomerLanguage language={reply.languages.customer} person={person} />}
        {isPublic && handover && !handover.isMarked && !handover.composed.blocked && (
          <IconButton
            label={t('handover.write')}
            command="handover.write"
            icon={<IconMessageShare size={16} stroke={1.75} />}
            side="top"
            onClick={handover.write}
          />
        )}
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
      {isPublic && <Addressees reply={reply} />}
    </>
  );
}

/** The post that a public reply answers, and whom it mentions. */
function Addressees({ reply }: { readonly reply: OpenReply }) {
  return (
    <>
      {reply.target && (
        <ReplyTarget post={reply.target} isChosen={reply.isTargetChosen} onNewest={reply.replyToNewest} />
      )}
      <MentionsLine {...reply.mentions} />
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
  const { t } = useTranslation();
  const ownHandle = useOwnHandle();
  return (
    <div className={styles.target} data-chosen={isChosen || undefined}>
      <IconCornerUpLeft aria-hidden="true" size={14} stroke={1.75} />
      <span className={styles.word}>{t('composer.answers')}</span>
      <Snippet
        text={withoutOwnHandles(post.text, ownHandle)}
        content={toContent(post)}
        lang={post.lang}
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
