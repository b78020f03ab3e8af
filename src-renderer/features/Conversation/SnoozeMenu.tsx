import { IconAlarmSnooze } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { HOUR_MS } from '#shared/time.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { toMoment } from '../../ui/time.ts';
import { useConversationActions } from '../../workspace/useConversationActions.ts';
import { type Choice, ChoiceMenu } from './ChoiceMenu.tsx';

type Value = SnoozeChoice | 'wake';

/** Snoozes the conversation: it leaves the queue until a given time. */
export function SnoozeMenu({ conversation }: { readonly conversation: Conversation }) {
  const { id, snoozedUntil } = conversation;
  const { t, i18n } = useTranslation();
  const { snooze } = useConversationActions();
  const [isOpen, setOpen] = useState(false);
  const words = t('conversation.snooze');
  const open = () => setOpen(true);
  useCommands([{ id: 'conversation.snooze', keys: ['h'], label: words, group: 'conversation', run: open }]);
  const now = Date.now();
  const times = toSnoozeTimes(now);
  const choices = times.map(
    ({ choice, until }): Choice<Value> => ({
      value: choice,
      label: t(`conversation.snoozeChoice.${choice}`),
      detail: toMoment(until, now, i18n.language),
    }),
  );
  const isAsleep = snoozedUntil !== null;
  const label = isAsleep
    ? t('conversation.snoozeUntil', { time: toMoment(snoozedUntil, now, i18n.language) })
    : words;
  const icon = <IconAlarmSnooze size={17} stroke={1.75} />;
  return (
    <ChoiceMenu
      label={words}
      value={null}
      open={isOpen}
      onOpenChange={setOpen}
      choices={isAsleep ? [...choices, { value: 'wake', label: t('conversation.wake') }] : choices}
      onChoose={(value) =>
        void snooze({ id, until: times.find(({ choice }) => choice === value)?.until ?? null }, conversation)
      }
      trigger={<IconButton label={label} command="conversation.snooze" aria-pressed={isAsleep} icon={icon} />}
    />
  );
}

/** The offered ends of a snooze. */
export type SnoozeChoice = 'laterToday' | 'tomorrow' | 'nextWeek';

const MORNING = 9;

/** The times to which a conversation can be snoozed at `now`, nearest first, in the local time zone. */
export function toSnoozeTimes(now: number): { readonly choice: SnoozeChoice; readonly until: number }[] {
  const later = now + 3 * HOUR_MS;
  const daysToMonday = (8 - new Date(now).getDay()) % 7 || 7;
  const times = [
    { choice: 'laterToday', until: later },
    { choice: 'tomorrow', until: morningIn(now, 1) },
    { choice: 'nextWeek', until: morningIn(now, daysToMonday) },
  ] as const;
  return times.filter(({ choice }) => {
    if (choice === 'laterToday') return new Date(later).getDate() === new Date(now).getDate();
    return choice !== 'nextWeek' || daysToMonday > 1;
  });
}

function morningIn(now: number, days: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  return date.setHours(MORNING, 0, 0, 0);
}
