import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { AttachmentList } from '../../../attaching/AttachmentList.tsx';
import { toDropTarget } from '../../../attaching/droppedFiles.ts';
import { useCommands } from '../../../commands/CommandsProvider.tsx';
import { useSaid } from '../../../state/said.ts';
import { toName, toShownName } from '../../../ui/shownName.ts';
import { useIsTeam } from '../../../workspace/useTeam.ts';
import { AskDialog, type Asking } from '../approvals/AskDialog.tsx';
import { SuggestionStrip } from '../suggestions/SuggestionStrip.tsx';
import styles from './Composer.module.css';
import { ComposerField } from './ComposerField.tsx';
import { ComposerFoot } from './ComposerFoot.tsx';
import { ComposerHead } from './ComposerHead.tsx';
import {
  ChannelErrorNote,
  DraftRefusedNote,
  MissingSpaceNote,
  RemovedNote,
  TooManyNote,
  WroteAgainNote,
} from './ComposerNotes.tsx';
import { GuardNotes } from './GuardNotes.tsx';
import { HandoverNote } from './HandoverNote.tsx';
import { LanguageNote } from './LanguageNote.tsx';
import { RuleDraftNote } from './RuleDraftNote.tsx';
import { ThreadPreview } from './ThreadPreview.tsx';
import { useAltTextAsking } from './useAltTextAsking.ts';
import { type OpenHandover, useHandover } from './useHandover.ts';
import { type OpenReply, type ReplyFacts, type ReplyFit, useFit, useReply } from './useReply.ts';
import { useSendCommands } from './useSendCommands.ts';
import { useStatement } from './useStatement.ts';
import { VariablesNote } from './VariablesNote.tsx';

interface Props extends ReplyFacts {
  /** Scrolls to the newest message. */
  readonly onShowNewest: () => void;
}

/**
 * The editor of a reply. It takes the colour of its channel, so that nobody sends in public what was meant in private.
 */
export function Composer({ onShowNewest, ...facts }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const reply = useReply(facts);
  const handover = useHandover(reply, field);
  useStatement(reply.conversationId, field);
  const { person } = facts.conversation;
  const fit = useFit(reply);
  const choose = (channel: Channel) => {
    reply.choose(channel);
    field.current?.focus();
  };
  const { send, isAsking, approval } = useSending(facts, reply, fit, field);
  const showNewest = () => {
    reply.seeNewest();
    onShowNewest();
  };
  return (
    <>
      {reply.wroteAgain && <WroteAgainNote person={person} onShow={showNewest} />}
      <section
        className={styles.composer}
        data-channel={reply.channel}
        aria-label={t('composer.label')}
        {...toDropTarget(reply.attachments)}
      >
        <SuggestionStrip
          conversationId={reply.conversationId}
          channel={reply.channel}
          field={field}
          onPictures={reply.attachments.attach}
        />
        <ComposerHead reply={reply} handover={handover} person={person} onChoose={choose} />
        <ComposerBody {...{ reply, handover, person, field, fit, isAsking }} onChoose={choose} />
        <ComposerFoot {...{ reply, person, field, fit }} onSend={send} onAsk={approval.ask} />
        {approval.dialog}
      </section>
    </>
  );
}

/** Sends with the button and the shortcuts, unless guards stop it or descriptions of pictures are missing. */
function useSending(facts: ReplyFacts, reply: OpenReply, { canSend }: ReplyFit, field: BodyProps['field']) {
  const { isAsking, mayGo } = useAltTextAsking(reply.attachments);
  const isStopped = useStop(reply, field);
  const stop = () => isStopped() || !mayGo();
  const send = () => {
    if (!canSend || stop()) return;
    void reply.send();
    field.current?.focus();
  };
  useSendCommands(facts, reply, { canSend, stop, send });
  return { send, isAsking, approval: useApproval(reply, { canSend, stop }) };
}

/** The dialog that asks a colleague to approve the reply instead of sending it, and what opens it; null without a colleague. */
function useApproval(
  reply: OpenReply,
  { canSend, stop }: { readonly canSend: boolean; readonly stop: () => boolean },
) {
  const { t } = useTranslation();
  const isTeam = useIsTeam();
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    if (canSend && !stop()) setOpen(true);
  };
  useCommands([{ id: 'approval.ask', when: () => isTeam && canSend, run: open }]);
  const ask = async (asking: Asking) => {
    if (await reply.ask(asking)) useSaid.getState().say(t('approval.asked'));
  };
  const dialog = <AskDialog open={isOpen} onClose={() => setOpen(false)} onAsk={(one) => void ask(one)} />;
  return { ask: isTeam ? open : null, dialog };
}

/** Says that the guards keep the reply from being sent, and returns whether they do. */
function useStop({ guards }: OpenReply, field: BodyProps['field']): () => boolean {
  const { t } = useTranslation();
  return () => {
    if (!guards.refuses) return false;
    useSaid.getState().say(t('guards.stopped'));
    field.current?.focus();
    return true;
  };
}

interface BodyProps {
  readonly reply: OpenReply;
  readonly handover: OpenHandover | null;
  readonly person: PersonSummary;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly fit: ReplyFit;
  readonly isAsking: boolean;
  readonly onChoose: (channel: Channel) => void;
}

/** The text field and everything that prevents sending. A closed channel shows the field only if it has a draft. */
function ComposerBody({ reply, handover, person, field, fit, isAsking, onChoose }: BodyProps) {
  const { t } = useTranslation();
  const { closedReason, error } = reply;
  const isClosed = closedReason !== null || error !== null;
  return (
    <>
      {closedReason && (
        <p className={styles.closed}>
          {t(`composer.closed.${closedReason}`, { name: toShownName(toName(person)) })}
        </p>
      )}
      {!closedReason && error && (
        <ChannelErrorNote reply={reply} error={error} onMove={() => onChoose('dm')} />
      )}
      {(!isClosed || reply.text !== '') && (
        <ComposerField reply={reply} person={person} field={field} isTooLong={fit.over > 0} />
      )}
      <ThreadPreview parts={fit.parts} />
      <AttachmentList attachments={reply.attachments} isAsking={isAsking} />
      {fit.tooMany && <TooManyNote error={fit.tooMany} />}
      {fit.over > 0 && (
        <p className={styles.tooLong} role="alert">
          {t(reply.channel === 'public' ? 'composer.tooLong' : 'composer.tooLongDm', { count: fit.over })}
        </p>
      )}
      <RuleDraftNote reply={reply} />
      <VariablesNote text={reply.text} field={field} />
      <RemovedNote text={reply.text} />
      {reply.isDraftRefused && <DraftRefusedNote />}
      {handover?.isMarked && <HandoverNote handover={handover} person={person} />}
      {reply.channel === 'public' && <MissingSpaceNote reply={reply} />}
      <LanguageNote languages={reply.languages} person={person} />
      <GuardNotes reply={reply} person={person} />
    </>
  );
}
