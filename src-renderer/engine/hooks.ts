import {
  type InfiniteData,
  keepPreviousData,
  type QueryKey,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import {
  type EngineInput,
  type EngineMethod,
  type EngineOutput,
  type EngineQuery,
  engineContract,
} from '#shared/contract/engine.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { useStoreTrouble } from '../state/storeTrouble.ts';
import { useUi } from '../state/ui.ts';
import { useEngineLink } from './EngineProvider.tsx';
import type { EngineLink } from './engineLink.ts';

export interface QueryOptions {
  /** False sends no call for now. */
  readonly enabled?: boolean;
  /** True shows the data of the previous input until the new data arrives. */
  readonly keepPrevious?: boolean;
  /** Also refetches in this interval, in milliseconds, what changes without an event. */
  readonly refetchMs?: number;
}

/** The query key of a call. */
export function engineKey<M extends EngineQuery>(method: M, input: EngineInput<M>) {
  return [method, input] as const;
}

/** The response of a query, refetched when an event says that it may have changed. */
export function useEngineQuery<M extends EngineQuery>(
  method: M,
  input: EngineInput<M>,
  options: QueryOptions = {},
): UseQueryResult<EngineOutput<M>, EngineFailure> {
  const link = useEngineLink();
  return useQuery<EngineOutput<M>, EngineFailure>({
    queryKey: engineKey(method, input),
    queryFn: async () => unwrap(await callLatest(link, method, input)),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchMs ?? false,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });
}

interface PageOptions extends QueryOptions {
  /** The size of the next page by the number of loaded pages; by default all pages have the size of the first. */
  readonly toLimit?: (pages: number) => number;
}

interface PageParam {
  readonly after: string;
  readonly limit?: number;
}

type PagedMethod = 'conversations.list' | 'listening.list' | 'search.messages';

/** A paged query that follows `next`. */
export function useEnginePages<M extends PagedMethod>(
  method: M,
  input: EngineInput<M>,
  { toLimit, ...options }: PageOptions = {},
): UseInfiniteQueryResult<InfiniteData<EngineOutput<M>>, EngineFailure> {
  const link = useEngineLink();
  return useInfiniteQuery({
    queryKey: [method, input, 'pages'],
    queryFn: async ({ pageParam }) => {
      const page = { ...input, ...pageParam };
      return unwrap(await callLatest(link, method, page));
    },
    initialPageParam: undefined as PageParam | undefined,
    getNextPageParam: ({ next }: EngineOutput<M>, { length }): PageParam | undefined =>
      next === undefined ? undefined : { after: next, ...(toLimit ? { limit: toLimit(length) } : {}) },
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchMs ?? false,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });
}

/** Whether the next page could be fetched now: nothing is being fetched, and the last attempt did not fail. */
export function canLoad({
  hasNextPage,
  isFetching,
  isError,
}: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetching' | 'isError'>): boolean {
  return hasNextPage && !isFetching && !isError;
}

/** Fetches the remaining pages while `areWanted` returns true. Resolves to false if one of them failed. */
export async function loadAllPages(
  pages: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'fetchNextPage'>,
  areWanted: () => boolean,
): Promise<boolean> {
  let at: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'fetchNextPage' | 'isError'> = {
    ...pages,
    isError: false,
  };
  while (at.hasNextPage && !at.isError && areWanted()) at = await at.fetchNextPage();
  return !at.isError;
}

export interface CommandOptions {
  /** True leaves errors to the caller; by default they are also shown as a notice. */
  readonly quiet?: boolean;
  /**
   * How often the command is sent to the next engine if this one goes away before it responds; by default never, since it may have been carried
   * out. For what may be carried out twice.
   */
  readonly sendsAgain?: number;
}

export type EngineCommand<M extends EngineMethod> = (
  input: EngineInput<M>,
) => Promise<Result<EngineOutput<M>, AppError>>;

/**
 * Returns a function that sends a command to the engine; a query is sent again to the next one. It never rejects; once the workspace is closed
 * its errors are not shown.
 */
export function useEngineCommand<M extends EngineMethod>(
  method: M,
  { quiet = false, sendsAgain = 0 }: CommandOptions = {},
): EngineCommand<M> {
  const link = useEngineLink();
  return useCallback(
    async (input) => {
      const writes = engineContract[method].kind === 'command';
      const result = await callLatest(link, method, input, writes ? sendsAgain : undefined);
      const isClosed = link.state() === 'closed';
      if (writes && !isClosed) useStoreTrouble.getState().see(result);
      if (!result.ok && !quiet && !isClosed) useUi.getState().notify(result.error);
      return result;
    },
    [link, method, quiet, sendsAgain],
  );
}

/** Calls `listener` with each event of the engine. */
export function useEngineEvent(listener: (event: EngineEvent) => void): void {
  const link = useEngineLink();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => link.onEvent((event) => latest.current(event)), [link]);
}

/** Calls an engine, and the next one if this one goes away before it responds, at most so many times more. */
async function callLatest<M extends EngineMethod>(
  link: EngineLink,
  method: M,
  input: EngineInput<M>,
  timesMore = Number.POSITIVE_INFINITY,
): Promise<Result<EngineOutput<M>, AppError>> {
  const starts = link.starts();
  const result = await link.call(method, input);
  if (result.ok || result.error.code !== 'engineGone' || timesMore === 0) return result;
  const isReplaced = link.state() === 'restarting' || link.starts() > starts;
  return isReplaced ? callLatest(link, method, input, timesMore - 1) : result;
}

function unwrap<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new EngineFailure(result.error);
  return result.value;
}

/** An expected error on its way through the query cache, which only knows thrown errors. */
export class EngineFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: EngineFailure;
  }
}

/**
 * Returns a function that saves a change and writes the response to the query `key`. It resolves to false if saving
 * failed.
 */
export function useSave<C>(
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
