import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';

/** Keeps a change by `save` and shows what it answers under `key` at once; false where it was not kept. */
export function useKeep<C>(
  key: QueryKey,
  save: (change: C) => Promise<Result<unknown, AppError>>,
): (change: C) => Promise<boolean> {
  const queries = useQueryClient();
  return async (change) => {
    const result = await save(change);
    if (result.ok) queries.setQueryData(key, result.value);
    return result.ok;
  };
}
