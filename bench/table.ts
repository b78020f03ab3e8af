/** A row of the printed table. */
export type Row = readonly [what: string, measured: string, target: string];

export function printTable(rows: readonly Row[]): void {
  for (const [what, measured, target] of rows) {
    console.log(`${what.padEnd(44)} ${measured.padEnd(36)} ${target}`.trimEnd());
  }
}

export const rate = (perSecond = 0): string => `${Math.round(perSecond / 100) / 10}k/s`;
export const ratio = (a = 0, b = 0): string => (a / b).toFixed(2);
export const toMb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
