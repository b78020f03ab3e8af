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

type Value = SnoozeChoice | 'reply' | 'wake' | 'other';

/** Snoozes the conversation: it leaves the queue until the person writes, or until a given time at the latest. */
export function SnoozeMenu({ conversation }: { readonly conversation: Conversation }) {
  const { id, snoozedUntil } = conversation;
  const { t, i18n } = useTranslation();
  const { snoozeUntil, waitForReply } = useSnoozing(conversation);
  const isOpen = useUi((state) => state.snoozing === id);
  const showSnooze = useUi((state) => state.showSnooze);
  const [isAsking, setAsking] = useState(false);
  const words = t('conversation.snooze');
  const now = Date.now();
  const times = toSnoozeTimes(now);
  const choose = (value: Value) => {
    if (value === 'other') setAsking(true);
    else if (value === 'reply') waitForReply();
    else snoozeUntil(times.find(({ choice }) => choice === value)?.until ?? null);
  };
  const isAsleep = snoozedUntil !== null;
  const time = isAsleep ? toMoment(snoozedUntil, now, i18n.language) : '';
  return (
    <>
      <ChoiceMenu
        label={words}
        value={null}
        open={isOpen}
        onOpenChange={(next) => showSnooze(next ? id : null)}
        choices={useSnoozeChoices(times, now, conversation)}
        onChoose={choose}
        trigger={
          <IconButton
            label={isAsleep ? t('conversation.snoozeUntil', { time }) : words}
            command="conversation.snooze"
            aria-pressed={isAsleep}
            icon={<IconAlarmSnooze size={17} stroke={1.75} />}
          />
        }
      />
      <SnoozeDialog open={isAsking} onClose={() => setAsking(false)} onChoose={snoozeUntil} />
    </>
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

function useSnoozeChoices(
  times: readonly SnoozeTime[],
  now: number,
  { snoozedUntil, status }: Conversation,
): Choice<Value>[] {
  const { t, i18n } = useTranslation();
  return [
    ...times.map(({ choice, until }) => ({
      value: choice,
      label: t(`conversation.snoozeChoice.${choice}`),
      detail: toMoment(until, now, i18n.language),
    })),
    { value: 'other', label: t('conversation.snoozeOther') },
    ...(status === 'pending'
      ? []
      : [{ value: 'reply' as const, label: t('snooze.untilReply'), detail: t('status.pending') }]),
    ...(snoozedUntil !== null ? [{ value: 'wake' as const, label: t('conversation.wake') }] : []),
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
