import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChannelIcon } from '../../../ui/ChannelBadge.tsx';
import { ChannelTabs } from './ChannelTabs.tsx';
import styles from './Composer.module.css';
import { ReplyTarget } from './ReplyTarget.tsx';
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
