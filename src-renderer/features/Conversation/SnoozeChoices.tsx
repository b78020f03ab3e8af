import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HOUR_MS, MORNING } from '#shared/time.ts';
import { toMoment } from '../../ui/time.ts';
import { type Choice, ChoiceMenu } from './ChoiceMenu.tsx';
import { SnoozeDialog } from './SnoozeDialog.tsx';

type Value = SnoozeChoice | 'reply' | 'wake' | 'other';

interface Offer {
  /** Whether there is a snooze to end. */
  readonly isAsleep: boolean;
  /** Whether waiting for the person without end is a choice. */
  readonly canWait: boolean;
}

interface Props extends Offer {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The button that opens the menu. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  /** Called with the end of the snooze, in epoch ms, or with null to end it now. */
  readonly onSnooze: (until: number | null) => void;
  readonly onWait: () => void;
}

/** The menu of the times to which something can be snoozed; any other time is asked for in words. */
export function SnoozeChoices({ open, onOpenChange, trigger, onSnooze, onWait, ...offer }: Props) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const now = Date.now();
  const times = toSnoozeTimes(now);
  const choose = (value: Value) => {
    if (value === 'other') setAsking(true);
    else if (value === 'reply') onWait();
    else onSnooze(times.find(({ choice }) => choice === value)?.until ?? null);
  };
  return (
    <>
      <ChoiceMenu
        label={t('conversation.snooze')}
        value={null}
        open={open}
        onOpenChange={onOpenChange}
        choices={useSnoozeChoices(times, now, offer)}
        onChoose={choose}
        trigger={trigger}
      />
      <SnoozeDialog open={isAsking} onClose={() => setAsking(false)} onChoose={onSnooze} />
    </>
  );
}

function useSnoozeChoices(
  times: readonly SnoozeTime[],
  now: number,
  { isAsleep, canWait }: Offer,
): Choice<Value>[] {
  const { t, i18n } = useTranslation();
  return [
    ...times.map(({ choice, until }) => ({
      value: choice,
      label: t(`conversation.snoozeChoice.${choice}`),
      detail: toMoment(until, now, i18n.language),
    })),
    { value: 'other', label: t('conversation.snoozeOther') },
    ...(canWait
      ? [{ value: 'reply' as const, label: t('snooze.untilReply'), detail: t('status.pending') }]
      : []),
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
