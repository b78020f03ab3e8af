import { z } from 'zod';

const timeOfDay = (pattern: RegExp, last: string) =>
  z.string().regex(pattern, { error: `must be a time of day as HH:MM, from 00:00 to ${last}` });

/** A time of day at which the office opens and one at which it closes, on some days of the week. */
export const OpeningRange = z.object({
  days: z.array(z.number().int().min(1).max(7)).min(1).max(7).describe('1 for Monday to 7 for Sunday'),
  /** `HH:MM`. */
  from: timeOfDay(/^([01]\d|2[0-3]):[0-5]\d$/, '23:59'),
  /** `HH:MM`, later than `from`. Hours past midnight take two ranges: until 24:00, and from 00:00 on the next day. */
  to: timeOfDay(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, '24:00').describe('exclusive'),
});
export type OpeningRange = z.infer<typeof OpeningRange>;

/** A date on which the office stays closed, from midnight to midnight. */
export const Holiday = z.object({
  date: z.iso.date({ error: 'must be a date that exists, as YYYY-MM-DD' }),
  /** Whether it comes back every year; 29 February then only comes in leap years. */
  yearly: z.boolean(),
});
export type Holiday = z.infer<typeof Holiday>;

/** When agents reply to customers. Due times count nothing else. */
export const OfficeHours = z
  .object({
    /** Without any, the office is open around the clock. */
    ranges: z.array(OpeningRange).max(100),
    holidays: z.array(Holiday).max(400),
    /** An IANA name such as `Europe/Brussels`; null for the time zone of the computer. */
    timeZone: z.string().min(1).max(64).nullable(),
  })
  .superRefine((hours, context) => {
    const problem = findProblem(hours.ranges);
    if (!problem) return;
    const [path, message] = toIssue(hours.ranges, problem);
    context.addIssue({ code: 'custom', path: ['ranges', problem.at, ...path], message });
  });
export type OfficeHours = z.infer<typeof OfficeHours>;

/** What is wrong with the range at the index `at`. */
export type RangeProblem =
  | { readonly kind: 'endsEarly'; readonly at: number }
  | { readonly kind: 'overlaps'; readonly at: number; readonly other: number; readonly day: number };

/** The first problem of ranges that are each well-formed, or null. */
export function findProblem(ranges: readonly OpeningRange[]): RangeProblem | null {
  for (const [at, range] of ranges.entries()) {
    if (toMinute(range.to) <= toMinute(range.from)) return { kind: 'endsEarly', at };
    for (const [other, earlier] of ranges.slice(0, at).entries()) {
      const day = range.days.find((each) => earlier.days.includes(each));
      const isApart =
        toMinute(range.from) >= toMinute(earlier.to) || toMinute(range.to) <= toMinute(earlier.from);
      if (day !== undefined && !isApart) return { kind: 'overlaps', at, other, day };
    }
  }
  return null;
}

function toIssue(ranges: readonly OpeningRange[], problem: RangeProblem): [path: string[], message: string] {
  if (problem.kind === 'endsEarly') {
    const remedy = 'for hours past midnight write two ranges, until 24:00 and from 00:00 on the next day';
    return [['to'], `must be later than "from", which is ${ranges[problem.at]?.from}; ${remedy}`];
  }
  const other = ranges[problem.other];
  const which = `ranges.${problem.other}, ${other?.from} to ${other?.to}, on day ${problem.day}`;
  return [[], `overlaps ${which}; join the two, or move one of them`];
}

/** What of a day of the week is office time, in minutes since midnight, in order. */
export function listOpenMinutes(
  ranges: readonly OpeningRange[],
  day: number,
): readonly (readonly [from: number, to: number])[] {
  return ranges
    .filter(({ days }) => days.includes(day))
    .map(({ from, to }) => [toMinute(from), toMinute(to)] as const)
    .sort(([a], [b]) => a - b);
}

/** Asked for with each reading of the settings. */
const knownTimeZones = new Set<string>();

/** Whether this computer knows a time zone: a name can be wrong, or younger than the program. */
export function isKnownTimeZone(timeZone: string): boolean {
  if (knownTimeZones.has(timeZone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    knownTimeZones.add(timeZone);
    return true;
  } catch {
    return false;
  }
}

function toMinute(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}
