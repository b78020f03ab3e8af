import { HOUR_MS } from '#shared/time.ts';
/** When a snooze may end. */
export type SnoozeChoice = 'laterToday' | 'tomorrow' | 'nextWeek';

const MORNING = 9;
/** The moments to which one can snooze at `now`, the nearest first, in this machine's zone. */
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
