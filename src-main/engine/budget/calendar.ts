/** The day in UTC to which X counts what it charges, such as `2026-11-23`. */
export function toDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** A calendar month in UTC; `endsAt` is exclusive. */
export interface Month {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The month that holds `at`. */
export function toMonth(at: number): Month {
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { startsAt: Date.UTC(year, month), endsAt: Date.UTC(year, month + 1) };
}
