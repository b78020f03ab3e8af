import { IconArchive } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { DAY_MS } from '#shared/time.ts';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/RelativeTime.tsx';
import { useReplyChoices, useReplyChoicesStore } from '../../workspace/WorkspaceProvider.tsx';
import styles from './Conversation.module.css';

/** A resolved conversation in which nobody has written for so long is read, and not replied to by mistake. */
const OLD_AFTER_MS = 30 * DAY_MS;

/** Whether a conversation shows no composer until somebody asks to reply. Once asked for, it stays while the conversation is open. */
export function useIsOnlyRead({ id, status, hasDraft, lastMessage }: Conversation): boolean {
  const now = useNow();
  const isWanted = useReplyChoices((state) => state.focusWanted === id);
  const [isAsked, setAsked] = useState(isWanted);
  if (isWanted && !isAsked) setAsked(true);
  const isOld = status === 'resolved' && now - lastMessage.at > OLD_AFTER_MS;
  return isOld && !hasDraft && !isAsked && !isWanted;
}

/** Stands in the place of the composer: the conversation is old, and replying takes a step of its own. */
export function OldEnd({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const choices = useReplyChoicesStore();
  return (
    <div className={styles.old}>
      <IconArchive aria-hidden="true" size={15} stroke={1.75} />
      <span>{t('review.old')}</span>
      <Button size="small" tone="quiet" command="reply.write" onClick={() => choices.getState().answer(id)}>
        {t('review.reply')}
      </Button>
    </div>
  );
}
