import { IconAlarmSnooze } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { moveOnFrom, useUi } from '../../state/ui.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { toMoment } from '../../ui/time.ts';
import { useConversationActions } from '../../workspace/useConversationActions.ts';
import { SnoozeChoices } from './SnoozeChoices.tsx';

/** Snoozes the conversation: it leaves the queue until the person writes, or until a given time at the latest. */
export function SnoozeMenu({ conversation }: { readonly conversation: Conversation }) {
  const { id, snoozedUntil, status } = conversation;
  const { t, i18n } = useTranslation();
  const { snoozeUntil, waitForReply } = useSnoozing(conversation);
  const isOpen = useUi((state) => state.snoozing === id);
  const showSnooze = useUi((state) => state.showSnooze);
  const isAsleep = snoozedUntil !== null;
  const label = isAsleep
    ? t('conversation.snoozeUntil', { time: toMoment(snoozedUntil, Date.now(), i18n.language) })
    : t('conversation.snooze');
  const icon = <IconAlarmSnooze size={17} stroke={1.75} />;
  return (
    <SnoozeChoices
      isAsleep={isAsleep}
      canWait={status !== 'pending'}
      open={isOpen}
      onOpenChange={(next) => showSnooze(next ? id : null)}
      onSnooze={snoozeUntil}
      onWait={waitForReply}
      trigger={<IconButton label={label} command="conversation.snooze" aria-pressed={isAsleep} icon={icon} />}
    />
  );
}

function useSnoozing(conversation: Conversation) {
  const { id } = conversation;
  const { snooze, setStatus } = useConversationActions();
  return {
    snoozeUntil: (until: number | null) => {
      if (until !== null) moveOnFrom(id);
      void snooze({ id, until }, conversation);
    },
    // To wait for the person without end is a status.
    waitForReply: () => {
      moveOnFrom(id);
      void setStatus({ id, status: 'pending' }, conversation);
    },
  };
}
