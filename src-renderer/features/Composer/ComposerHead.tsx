import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { Button } from '../../ui/Button.tsx';
import { ChannelIcon } from '../../ui/ChannelBadge.tsx';
import { ChannelTabs } from './ChannelTabs.tsx';
import styles from './Composer.module.css';
import { ReplyTarget } from './ReplyTarget.tsx';
import type { OpenReply } from './useReply.ts';

interface Props {
  readonly answer: OpenReply;
  readonly person: PersonSummary;
  readonly onChoose: (channel: Channel) => void;
}

/** To whom and on which channel the answer goes, and which post it replies to. */
export function ComposerHead({ answer, person, onChoose }: Props) {
  const { t } = useTranslation();
  const isPublic = answer.channel === 'public';
  return (
    <>
      <div className={styles.head}>
        <ChannelTabs
          channels={answer.channels}
          channel={answer.channel}
          person={person}
          drafts={answer.drafts}
          onChange={onChoose}
        />
        {isPublic && answer.channels.dm === null && (
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
      {isPublic && answer.target && (
        <ReplyTarget post={answer.target} isChosen={answer.isTargetChosen} onNewest={answer.answerNewest} />
      )}
    </>
  );
}
