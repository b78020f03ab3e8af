import { IconAlarmSnooze } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { moveOnFrom, useUi } from '../../state/ui.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { toMoment } from '../../ui/time.ts';
import { useConversationActions } from '../../workspace/useConversationActions.ts';
import { SnoozeChoices } from './SnoozeChoices.tsx';

/** Snoozes the conversation: it leaves the queue until a given time. */
export function SnoozeMenu({ conversation }: { readonly conversation: Conversation }) {
  const { id, snoozedUntil } = conversation;
  const { t, i18n } = useTranslation();
  const { snooze } = useConversationActions();
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
      open={isOpen}
      onOpenChange={(next) => showSnooze(next ? id : null)}
      onChoose={(until) => {
        if (until !== null) moveOnFrom(id);
        void snooze({ id, until }, conversation);
      }}
      trigger={<IconButton label={label} command="conversation.snooze" aria-pressed={isAsleep} icon={icon} />}
    />
  );
}
