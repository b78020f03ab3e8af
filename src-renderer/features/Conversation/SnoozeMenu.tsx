import { IconAlarmSnooze } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { HOUR_MS, MORNING } from '#shared/time.ts';
import { moveOnFrom, useUi } from '../../state/ui.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { toMoment } from '../../ui/time.ts';
import { useConversationActions } from '../../workspace/useConversationActions.ts';
import { type Choice, ChoiceMenu } from './ChoiceMenu.tsx';
import { SnoozeDialog } from './SnoozeDialog.tsx';

type Value = SnoozeChoice | 'wake' | 'other';

/** Snoozes the conversation: it leaves the queue until a given time. */
export function SnoozeMenu({ conversation }: { readonly conversation: Conversation }) {
  const { id, snoozedUntil } = conversation;
  const { t, i18n } = useTranslation();
  const { snooze } = useConversationActions();
  const isOpen = useUi((state) => state.snoozing === id);
  const showSnooze = useUi((state) => state.showSnooze);
  const [isAsking, setAsking] = useState(false);
  const words = t('conversation.snooze');
  const now = Date.now();
  const times = toSnoozeTimes(now);
  const set = (until: number | null) => {
    setAsking(false);
    if (until !== null) moveOnFrom(id);
    void snooze({ id, until }, conversation);
  };
  const choose = (value: Value) =>
    value === 'other' ? setAsking(true) : set(times.find(({ choice }) => choice === value)?.until ?? null);
  const isAsleep = snoozedUntil !== null;
  const label = isAsleep
    ? t('conversation.snoozeUntil', { time: toMoment(snoozedUntil, now, i18n.language) })
    : words;
  const icon = <IconAlarmSnooze size={17} stroke={1.75} />;
  return (
    <>
      <ChoiceMenu
        label={words}
        value={null}
        open={isOpen}
        onOpenChange={(next) => showSnooze(next ? id : null)}
        choices={useSnoozeChoices(times, now, isAsleep)}
        onChoose={choose}
        trigger={
          <IconButton label={label} command="conversation.snooze" aria-pressed={isAsleep} icon={icon} />
        }
      />
      <SnoozeDialog open={isAsking} onClose={() => setAsking(false)} onChoose={set} />
    </>
  );
}

function useSnoozeChoices(times: readonly SnoozeTime[], now: number, isAsleep: boolean): Choice<Value>[] {
  const { t, i18n } = useTranslation();
  return [
    ...times.map(({ choice, until }) => ({
      value: choice,
      label: t(`conversation.snoozeChoice.${choice}`),
      detail: toMoment(until, now, i18n.language),
    })),
    { value: 'other', label: t('conversation.snoozeOther') },
    ...(isAsleep ? [{ value: 'wake' as const, label: t('conversation.wake') }] : []),
  ];
}

/** The offered ends of a snooze. */
export type SnoozeChoice = 'laterToday' | 'tomorrow' | 'nextWeek';

interface SnoozeTime {
  readonly choice: SnoozeChoice;
  readonly until: number;
}

/** The times to which a conversation can be snoozed at `now`, nearest first, in the local time zone. */
export function toSnoozeTimes(now: number): SnoozeTime[] {
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
