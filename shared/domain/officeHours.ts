import { z } from 'zod';

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When agents reply to customers, in the local time of the machine. */
export const OfficeHours = z.object({
  /** `HH:MM`; later than `to` if the office is open past midnight. */
  from: Time,
  /** `HH:MM`. */
  to: Time.describe('exclusive'),
  /** The days on which the office opens. */
  days: z.array(z.number().int().min(1).max(7)).max(7).describe('1 for Monday to 7 for Sunday'),
});
export type OfficeHours = z.infer<typeof OfficeHours>;

/** `open`: within office hours. `night`: from 22:00 to 7:00, unless the office is open then. `closed`: otherwise. */
export type OfficeTime = 'open' | 'closed' | 'night';

/** Without a setting: every day from 8:00 to 20:00. */
const defaultHours: OfficeHours = { from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5, 6, 7] };

/** Whether the office is open at a time in epoch ms; `timeZone` defaults to that of the machine. */
export function toOfficeTime(at: number, hours: OfficeHours | null, timeZone?: string): OfficeTime {
  const { day, minute } = toLocal(at, timeZone);
  const { from, to, days } = hours ?? defaultHours;
  const [opens, closes] = [toMinute(from), toMinute(to)];
  const yesterday = day === 1 ? 7 : day - 1;
  const isOpen =
    opens < closes
      ? days.includes(day) && minute >= opens && minute < closes
      : (days.includes(day) && minute >= opens) || (days.includes(yesterday) && minute < closes);
  if (isOpen) return 'open';
  return minute < 7 * 60 || minute >= 22 * 60 ? 'night' : 'closed';
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function toLocal(
  at: number,
  timeZone: string | undefined,
): { readonly day: number; readonly minute: number } {
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const parts = new Map(format.formatToParts(at).map((part) => [part.type, part.value]));
  const minute = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
  return { day: dayNames.indexOf(parts.get('weekday') ?? '') + 1, minute };
}

function toMinute(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}
