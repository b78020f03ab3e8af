import { IconAlertTriangle, IconEyeExclamation, IconHourglassEmpty, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UnfinishedReply } from '#shared/domain/conversation.ts';
import shared from '../../ui/shared.module.css';
import chip from '../../ui/ToneChip.module.css';
import styles from './Queue.module.css';

const looks = {
  sending: { Icon: IconSend, tone: 'calm' },
  waiting: { Icon: IconHourglassEmpty, tone: 'calm' },
  notSent: { Icon: IconAlertTriangle, tone: 'late' },
  check: { Icon: IconEyeExclamation, tone: 'soon' },
} as const;

/** That X does not have the newest reply of a conversation, and whether an agent has to do something about it. */
export function ReplyChip({ reply }: { readonly reply: UnfinishedReply }) {
  const { t } = useTranslation();
  const { Icon, tone } = looks[reply];
  return (
    <span
      className={`${chip.chip} ${styles.reply}`}
      data-tone={tone}
      title={t(`queue.unfinishedHint.${reply}`)}
    >
      <Icon aria-hidden="true" size={12} stroke={1.75} />
      <span aria-hidden="true">{t(`queue.unfinished.${reply}`)}</span>
      <span className={shared.spoken}>{t(`queue.unfinishedHint.${reply}`)}</span>
    </span>
  );
}
