import type { Page } from '../http/paging.ts';
import type { Expanded } from './includes.ts';

/** The body of a list response. */
export interface ListEnvelope {
  readonly data?: readonly Record<string, unknown>[];
  readonly includes?: Expanded['includes'];
  readonly errors?: Expanded['errors'];
  readonly meta?: Record<string, unknown>;
}

/** Builds a list response. As on X, `data`, `includes` and `errors` are left out if empty. */
export function listEnvelope(
  data: readonly Record<string, unknown>[],
  expanded: Expanded,
  meta: Record<string, unknown> | null,
): ListEnvelope {
  return {
    ...(data.length > 0 ? { data } : {}),
    ...(Object.keys(expanded.includes).length > 0 ? { includes: expanded.includes } : {}),
    ...(expanded.errors.length > 0 ? { errors: expanded.errors } : {}),
    ...(meta ? { meta } : {}),
  };
}

/** The `meta` of a page; `withIds` adds the newest and oldest id, which X sends for posts only. */
export function pageMeta(page: Page<{ readonly id: string }>, withIds: boolean): Record<string, unknown> {
  const newest = page.items[0];
  const oldest = page.items.at(-1);
  return {
    result_count: page.items.length,
    ...(withIds && newest && oldest ? { newest_id: newest.id, oldest_id: oldest.id } : {}),
    ...(page.nextToken === undefined ? {} : { next_token: page.nextToken }),
    ...(page.previousToken === undefined ? {} : { previous_token: page.previousToken }),
  };
}
