import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DoneOne, type DoneWhat, useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { toShownName } from '../../ui/shownName.ts';
import { toMoment } from '../../ui/time.ts';
import { Toast } from './Toast.tsx';
import styles from './Toasts.module.css';
import { ToWhom } from './ToWhom.tsx';
import { useDismissal } from './useDismissal.ts';

interface Props {
  readonly done: DoneOne;
  readonly isUndone: boolean;
  /** The command whose key undoes it, if one does. */
  readonly command: string | undefined;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** What was done to whom, or that it was undone. It goes by itself, but not from under the pointer or the focus. */
export function ActionToast({ done, isUndone, command, onUndo, onDismiss }: Props) {
  const { t, i18n } = useTranslation();
  const [isLookedAt, setLookedAt] = useState(false);
  useDismissal(
    isLookedAt,
    useUi((state) => state.dismissToast),
  );
  const words = isUndone ? t('conversation.system.undone') : toWords(done.what, t, i18n.language);
  return (
    <Toast
      icon={
        isUndone ? (
          <IconArrowBackUp size={16} aria-hidden="true" />
        ) : (
          <IconCheck size={16} aria-hidden="true" />
        )
      }
      words={
        <>
          <span className={styles.what}>{words}</span>
          <ToWhom conversationId={done.conversationId} />
        </>
      }
      onDismiss={onDismiss}
      onAttention={setLookedAt}
    >
      {!isUndone && (
        <Button size="small" {...(command ? { command } : {})} onClick={onUndo}>
          {t('message.undo')}
        </Button>
      )}
    </Toast>
  );
}

function toWords(what: DoneWhat, t: TFunction, language: string): string {
  switch (what.type) {
    case 'snoozed':
      return t('conversation.system.snoozed', { time: toMoment(what.until, Date.now(), language) });
    case 'assigned':
      return t('conversation.system.assigned', { agent: toShownName(what.agent, 24) });
    case 'priority':
      return t('conversation.system.priority', { priority: t(`priority.${what.priority}`) });
    case 'noteAdded':
    case 'noteEdited':
    case 'noteDeleted':
      return t(`notes.${what.type}`);
    case 'returned':
      return t('approval.returned', { author: toShownName(what.author, 24) });
    case 'withdrawn':
      return t('approval.withdrawn');
    case 'unread':
      return t('bulk.markedUnread');
    case 'tagged':
    case 'untagged':
      return t(`tags.${what.type}`, { tag: toShownName(what.tag, 40) });
    default:
      return t(`conversation.system.${what.type}`);
  }
}
