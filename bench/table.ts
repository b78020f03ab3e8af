import { nothingSpent, type Spent } from './measure.ts';

/** A row of the printed table. */
export type Row = readonly [what: string, measured: string, target: string];

export function printTable(rows: readonly Row[]): void {
  for (const [what, measured, target] of rows) {
    console.log(`${what.padEnd(44)} ${measured.padEnd(36)} ${target}`.trimEnd());
  }
}

/** How many thousand messages were stored in a second. */
export const rate = (messages: number, { ms }: Spent = nothingSpent): string =>
  `${(messages / ms).toFixed(1)}k/s`;
export const ratio = (a = 0, b = 0): string => (a / b).toFixed(2);
export const toMb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
