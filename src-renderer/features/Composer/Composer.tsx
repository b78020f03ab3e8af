import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { toName, toShownName } from '../Conversation/shownName.ts';
import { ChannelErrorNote } from './ChannelErrorNote.tsx';
import styles from './Composer.module.css';
import { ComposerField } from './ComposerField.tsx';
import { ComposerFoot } from './ComposerFoot.tsx';
import { ComposerHead } from './ComposerHead.tsx';
import { PrivateDataNote, WroteAgainNote } from './ComposerNotes.tsx';
import { findPrivateData } from './findPrivateData.ts';
import { type AnswerFit, toFit } from './toFit.ts';
import { type OpenReply, type ReplyFacts, useReply } from './useReply.ts';

interface Props extends ReplyFacts {
  /** Shows the newest message. */
  readonly onShowNewest: () => void;
}

/** Where an answer is written. It wears its channel: one cannot send in public what was meant in private. */
export function Composer({ onShowNewest, ...facts }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const answer = useReply(facts);
  const { person } = facts.conversation;
  const fit = toFit(answer);
  const choose = (channel: Channel) => {
    answer.choose(channel);
    field.current?.focus();
  };
  const send = () => {
    if (!fit.canSend) return;
    answer.send();
    field.current?.focus();
  };
  useCommands([
    {
      id: 'answer.send',
      keys: ['Mod+Enter'],
      label: t('composer.send'),
      group: 'write',
      when: () => fit.canSend,
      run: send,
    },
  ]);
  const showNewest = () => {
    answer.seeNewest();
    onShowNewest();
  };
  return (
    <>
      {answer.wroteAgain && <WroteAgainNote person={person} onShow={showNewest} />}
      <section className={styles.composer} data-channel={answer.channel} aria-label={t('composer.label')}>
        <ComposerHead answer={answer} person={person} onChoose={choose} />
        <ComposerBody answer={answer} person={person} field={field} fit={fit} onChoose={choose} />
        <ComposerFoot answer={answer} person={person} fit={fit} onSend={send} />
      </section>
    </>
  );
}

interface BodyProps {
  readonly answer: OpenReply;
  readonly person: PersonSummary;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly fit: AnswerFit;
  readonly onChoose: (channel: Channel) => void;
}

/** The text field, and what stands against sending it. On a closed channel there is a field only for a text from before. */
function ComposerBody({ answer, person, field, fit, onChoose }: BodyProps) {
  const { t } = useTranslation();
  const { obstacle } = answer;
  const isMovable = answer.channels.dm === null;
  const isClosed = obstacle !== null || answer.hindrance !== null;
  return (
    <>
      {obstacle && (
        <p className={styles.obstacle}>
          {t(`composer.obstacle.${obstacle}`, { name: toShownName(toName(person)) })}
        </p>
      )}
      {!obstacle && answer.hindrance && (
        <ChannelErrorNote answer={answer} error={answer.hindrance} onMove={() => onChoose('dm')} />
      )}
      {(!isClosed || answer.text !== '') && (
        <ComposerField answer={answer} person={person} field={field} isTooLong={fit.over > 0} />
      )}
      {fit.over > 0 && (
        <p className={styles.tooLong} role="alert">
          {t('composer.tooLong', { count: fit.over })}
        </p>
      )}
      {answer.channel === 'public' && (
        <PrivateDataNote
          kinds={findPrivateData(answer.text)}
          onMove={isMovable ? () => onChoose('dm') : undefined}
        />
      )}
    </>
  );
}
