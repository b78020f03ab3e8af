import { DAY_MS } from '#shared/time.ts';

/** How far back a workspace can begin. */
export const choices = ['today', 'days3', 'days7', 'all'] as const;
export type Choice = (typeof choices)[number];

/** The time of each choice at `now`, in epoch milliseconds; null for everything that X shows. */
export function toTimes(now: number): Record<Choice, number | null> {
  return {
    today: new Date(now).setHours(0, 0, 0, 0),
    days3: now - 3 * DAY_MS,
    days7: now - 7 * DAY_MS,
    all: null,
  };
}
