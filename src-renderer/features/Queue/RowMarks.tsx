import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { capText } from '../../ui/Bidi.tsx';
import shared from '../../ui/shared.module.css';
import styles from './QueueRow.module.css';

/** A draft that waits, and who has the conversation. */
export function RowMarks({ row, me }: { readonly row: Conversation; readonly me: string }) {
  const { t } = useTranslation();
  const isMine = row.agent === me;
  return (
    <>
      {row.hasDraft && (
        <span className={styles.draft} title={t('queue.draft')}>
          <IconPencil aria-hidden="true" size={12} stroke={1.75} />
          <span className={row.agent === null ? undefined : shared.spoken}>{t('queue.draft')}</span>
        </span>
      )}
      {row.agent !== null && (
        <span
          className={styles.agent}
          data-mine={isMine || undefined}
          title={isMine ? t('queue.youHave') : t('queue.agentHas', { agent: row.agent })}
        >
          <bdi>{isMine ? t('queue.you') : capText(row.agent, 12)}</bdi>
        </span>
      )}
    </>
  );
}
