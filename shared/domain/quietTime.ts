import { HOUR_MS, MORNING } from '../time.ts';

/** How long nothing is to disturb. */
export type QuietChoice = 'hour' | 'untilTomorrow' | 'off';

/** Before this hour a night still belongs to the day before. */
const NIGHT_ENDS = 5;

/** Until when that is, in epoch milliseconds and the local time zone; null for not at all. */
export function toQuietUntil(choice: QuietChoice, now: number): number | null {
  if (choice === 'off') return null;
  if (choice === 'hour') return now + HOUR_MS;
  const morning = new Date(now);
  if (morning.getHours() >= NIGHT_ENDS) morning.setDate(morning.getDate() + 1);
  return morning.setHours(MORNING, 0, 0, 0);
}
