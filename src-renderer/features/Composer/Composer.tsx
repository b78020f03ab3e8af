import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { remainingLength } from '../../../shared/domain/postLength.ts';
import { Button } from '../../ui/Button.tsx';
import { ChannelIcon } from '../../ui/ChannelBadge.tsx';
import { toFirstName, toShownName } from '../Conversation/shownName.ts';
import { ChannelTabs } from './ChannelTabs.tsx';
import styles from './Composer.module.css';
import { ComposerField } from './ComposerField.tsx';
import { PrivateDataNote, WroteAgainNote } from './ComposerNotes.tsx';
import { Counter } from './Counter.tsx';
import { findPrivateData } from './findPrivateData.ts';
import { ReplyTarget } from './ReplyTarget.tsx';
import { type AnswerFacts, useAnswer } from './useAnswer.ts';
import { useAnswerCommands } from './useAnswerCommands.ts';

interface Props extends AnswerFacts {
  /** Shows the newest message. */
  readonly onShowNewest: () => void;
}

/** Where an answer is written. It wears its channel: one cannot send in public what was meant in private. */
export function Composer({ onShowNewest, ...facts }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const answer = useAnswer(facts);
  const { conversation } = facts;
  const { person } = conversation;
  const { channel, channels, text, obstacle } = answer;
  const isPublic = channel === 'public';
  const remaining = isPublic ? remainingLength(text) : 0;
  const isTooLong = isPublic && remaining < 0;
  const canSend = !obstacle && !isTooLong && text.trim() !== '';
  const send = () => {
    if (!canSend) return;
    answer.send();
    field.current?.focus();
  };
  const moveToPrivate = () => {
    answer.choose('dm');
    field.current?.focus();
  };
  useAnswerCommands({ choose: answer.choose, send, canSend });
  const canMove = isPublic && channels.dm === null;

  return (
    <>
      {answer.wroteAgain && (
        <WroteAgainNote
          person={person}
          onShow={() => {
            answer.seeNewest();
            onShowNewest();
          }}
        />
      )}
      <section className={styles.composer} data-channel={channel} aria-label={t('composer.label')}>
        <div className={styles.head}>
          <ChannelTabs
            channels={channels}
            channel={channel}
            person={person}
            drafts={answer.drafts}
            onChange={(next) => {
              answer.choose(next);
              field.current?.focus();
            }}
          />
          {canMove && (
            <Button
              size="small"
              tone="quiet"
              className={styles.move}
              icon={<ChannelIcon channel="dm" />}
              onClick={moveToPrivate}
            >
              {t('composer.moveToPrivate')}
            </Button>
          )}
        </div>
        {isPublic && answer.target && (
          <ReplyTarget post={answer.target} isChosen={answer.isTargetChosen} onNewest={answer.answerNewest} />
        )}
        {obstacle ? (
          <p className={styles.obstacle}>
            {t(`composer.obstacle.${obstacle}`, { name: toShownName(person.name) })}
          </p>
        ) : (
          <ComposerField answer={answer} person={person} field={field} isTooLong={isTooLong} />
        )}
        {isPublic && !obstacle && (
          <PrivateDataNote kinds={findPrivateData(text)} onMove={canMove ? moveToPrivate : undefined} />
        )}
        <div className={styles.foot}>
          {isTooLong ? (
            <span className={styles.tooLong} role="alert">
              {t('composer.tooLong', { count: -remaining })}
            </span>
          ) : (
            <span className={styles.reach}>{t(isPublic ? 'channel.publicHint' : 'channel.dmHint')}</span>
          )}
          {isPublic && !obstacle && <Counter remaining={remaining} />}
          <Button
            tone={isPublic ? 'public' : 'private'}
            command="answer.send"
            disabled={!canSend}
            icon={<ChannelIcon channel={channel} />}
            className={styles.send}
            onClick={send}
          >
            {isPublic
              ? t('composer.sendPublic', { handle: toShownName(person.handle, 24) })
              : t('composer.sendDm', { name: toFirstName(person) })}
          </Button>
        </div>
      </section>
    </>
  );
}
