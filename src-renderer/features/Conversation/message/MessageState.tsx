import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconHelpCircle,
  IconHourglassEmpty,
  IconSend,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../../shared/domain/message.ts';
import { useErrorText } from '../../../errorText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Tooltip } from '../../../ui/Tooltip.tsx';
import { type OutboxTarget, useOutboxActions } from '../../Composer/useOutboxActions.ts';
import { useSecondsLeft } from '../useSecondsLeft.ts';
import styles from './MessageState.module.css';
import { useOpenOnX } from './useOpenOnX.ts';

const icons = {
  held: IconClock,
  queued: IconHourglassEmpty,
  sending: IconSend,
  sent: IconCheck,
  refused: IconAlertTriangle,
  unknown: IconHelpCircle,
} as const;

/** How far the sending of an own message has come, in a sign and in words, and what can be done about it. */
export function MessageState({ message }: { readonly message: Message }) {
  const { state } = message;
  if (state === 'received') return null;
  if (state === 'sent') return <SentMark message={message} />;
  return (
    <div className={styles.state} data-state={state}>
      <StateLine message={message} state={state} />
      {(state === 'refused' || state === 'unknown') && <Explanation message={message} />}
      {message.outboxId !== undefined && message.conversationId !== null && (
        <Actions
          message={message}
          target={{ outboxId: message.outboxId, conversationId: message.conversationId }}
        />
      )}
    </div>
  );
}

function SentMark({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const label = [
    t('message.state.sent'),
    message.agent === undefined ? t('message.elsewhere') : t('message.byAgent', { agent: message.agent }),
  ].join(' · ');
  return (
    <Tooltip label={label} side="left">
      <span className={styles.sent} role="img" aria-label={label}>
        <IconCheck aria-hidden="true" size={13} stroke={2} />
      </span>
    </Tooltip>
  );
}

type Unfinished = Exclude<Message['state'], 'received' | 'sent'>;

function StateLine({ message, state }: { readonly message: Message; readonly state: Unfinished }) {
  const { t } = useTranslation();
  const seconds = useSecondsLeft(state === 'held' ? message.heldUntil : null);
  const Icon = icons[state];
  return (
    <p className={styles.line} data-figures>
      <Icon aria-hidden="true" size={14} stroke={1.75} />
      {t(`message.state.${state}`, { seconds })}
    </p>
  );
}

function Explanation({ message: { state, error } }: { readonly message: Message }) {
  const { t } = useTranslation();
  const toText = useErrorText();
  if (state === 'unknown') return <p className={styles.why}>{t('message.unknownHint')}</p>;
  if (!error) return null;
  const { what, todo } = toText(error);
  return (
    <p className={styles.why}>
      <bdi>{what}</bdi> {todo}
    </p>
  );
}

interface ActionsProps {
  readonly message: Message;
  readonly target: OutboxTarget;
}

function Actions({ message, target }: ActionsProps): ReactNode {
  switch (message.state) {
    case 'held':
      return <HeldActions target={target} />;
    case 'refused':
      return <RefusedActions target={target} />;
    case 'unknown':
      return <UnknownActions message={message} target={target} />;
    default:
      return null;
  }
}

function HeldActions({ target }: { readonly target: OutboxTarget }) {
  const { t } = useTranslation();
  const act = useOutboxActions();
  return (
    <div className={styles.actions}>
      <Button size="small" onClick={() => void act.undo(target)}>
        {t('message.undo')}
      </Button>
      <Button size="small" tone="quiet" onClick={() => void act.sendNow(target)}>
        {t('message.sendNow')}
      </Button>
    </div>
  );
}

function RefusedActions({ target }: { readonly target: OutboxTarget }) {
  const { t } = useTranslation();
  const act = useOutboxActions();
  return (
    <div className={styles.actions}>
      <Button size="small" onClick={() => void act.retry(target)}>
        {t('message.tryAgain')}
      </Button>
      <Button size="small" onClick={() => void act.edit(target)}>
        {t('message.edit')}
      </Button>
      <Button size="small" tone="quiet" onClick={() => void act.dismiss(target)}>
        {t('message.dismiss')}
      </Button>
    </div>
  );
}

function UnknownActions({ message, target }: ActionsProps) {
  const { t } = useTranslation();
  const act = useOutboxActions();
  const openOnX = useOpenOnX();
  return (
    <div className={styles.actions}>
      <Button size="small" onClick={() => openOnX.account(message)}>
        {t('message.lookOnX')}
      </Button>
      <Button size="small" onClick={() => void act.settle(target, 'sent')}>
        {t('message.isThere')}
      </Button>
      <Button size="small" onClick={() => void act.settle(target, 'notSent')}>
        {t('message.isNotThere')}
      </Button>
      <Button size="small" tone="quiet" onClick={() => void act.retry(target)}>
        {t('message.sendAgain')}
      </Button>
    </div>
  );
}
