import type { AppError } from '#shared/errors.ts';

interface Period {
  readonly from: number;
  readonly to: number;
}

interface Compared extends Period {
  readonly compareWith?: Period | undefined;
}

/** Why a period and the one to compare it with make no report: one ends before it begins, or they overlap. Null if they do. */
export function findPeriodError({ from, to, compareWith }: Compared): AppError | null {
  const invalid = (path: string, reason: string): AppError => ({ code: 'invalid', path, reason });
  if (to <= from) return invalid('to', `must be later than "from", which is ${from}; found ${to}`);
  if (!compareWith) return null;
  const other = `from ${compareWith.from} to ${compareWith.to}`;
  if (compareWith.to <= compareWith.from)
    return invalid('compareWith.to', `must be later than "from"; found ${other}`);
  if (compareWith.from >= to || compareWith.to <= from) return null;
  return invalid('compareWith', `must not overlap with the period from ${from} to ${to}; found ${other}`);
}
