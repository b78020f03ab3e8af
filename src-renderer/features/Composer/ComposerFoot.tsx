import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import { hasPricedLink } from '#shared/domain/postLength.ts';
import { Button } from '../../ui/Button.tsx';
import { ChannelIcon } from '../../ui/ChannelBadge.tsx';
import { toFirstName, toShownName } from '../Conversation/shownName.ts';
import styles from './Composer.module.css';
import { Counter } from './Counter.tsx';
import { Price } from './Price.tsx';
import type { AnswerFit } from './toFit.ts';
import type { OpenReply } from './useReply.ts';

interface Props {
  readonly answer: OpenReply;
  readonly person: PersonSummary;
  readonly fit: AnswerFit;
  readonly onSend: () => void;
}

/** Who will be able to read the answer, how much room is left, and the button that names channel and recipient. */
export function ComposerFoot({ answer, person, fit, onSend }: Props) {
  const { channel, obstacle, hindrance, usd } = answer;
  const { t } = useTranslation();
  const isPublic = channel === 'public';
  return (
    <div className={styles.foot}>
      <span className={styles.reach}>{t(isPublic ? 'channel.publicHint' : 'channel.dmHint')}</span>
      {usd !== null && !obstacle && !hindrance && <Price usd={usd} hasLink={hasPricedLink(answer)} />}
      {fit.remaining !== null && !obstacle && !hindrance && <Counter remaining={fit.remaining} />}
      <Button
        tone={isPublic ? 'public' : 'private'}
        command="answer.send"
        disabled={!fit.canSend}
        icon={<ChannelIcon channel={channel} />}
        className={styles.send}
        onClick={onSend}
      >
        {isPublic
          ? t('composer.sendPublic', { handle: toShownName(person.handle, 24) })
          : t('composer.sendDm', { name: toFirstName(person) })}
      </Button>
    </div>
  );
}
