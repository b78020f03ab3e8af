import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { ReplyState } from '../../../replies/ReplyState.tsx';
import { Tooltip } from '../../../ui/Tooltip.tsx';
import styles from './MessageBubble.module.css';

interface Props {
  readonly message: Message;
  /** The person to whom it goes, for a sentence. */
  readonly personName: string;
}

/** How far an own message has come on its way to X, as a sign and in words, and what can be done about it. */
export function MessageState({ message, personName }: Props) {
  const { status, error, outboxId, conversationId } = message;
  if (status === null) return null;
  if (status.kind === 'sent') return <SentMark message={message} />;
  const target = outboxId !== undefined && conversationId !== null ? { outboxId, conversationId } : null;
  return (
    <div className={styles.foot}>
      <ReplyState status={status} error={error} target={target} sentAs={message} personName={personName} />
    </div>
  );
}

function SentMark({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const label =
    message.agent === undefined ? t('message.elsewhere') : t('message.byAgent', { agent: message.agent });
  return (
    <Tooltip label={label} side="left">
      <span className={styles.sent} role="img" aria-label={label}>
        <IconCheck aria-hidden="true" size={13} stroke={2} />
      </span>
    </Tooltip>
  );
}
