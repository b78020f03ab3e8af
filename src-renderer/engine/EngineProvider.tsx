import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react';
import type { EngineLink, EngineState } from './engineLink.ts';
import { createInvalidator } from './invalidation.ts';

const LinkContext = createContext<EngineLink | null>(null);

/** Creates a query cache in which nothing is stale until an event of the engine says so. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

interface Props {
  readonly link: EngineLink;
  readonly queries: QueryClient;
  readonly children: ReactNode;
}

/** Provides the engine; queries are refetched after events that touch them and after each restart. */
export function EngineProvider({ link, queries, children }: Props) {
  useEffect(() => link.onEvent(createInvalidator(queries, link)), [link, queries]);
  useEffect(
    () =>
      link.onState((state) => {
        if (state === 'live') void queries.invalidateQueries();
      }),
    [link, queries],
  );
  return (
    <LinkContext value={link}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </LinkContext>
  );
}

/** The link to the engine. Throws outside an EngineProvider. */
export function useEngineLink(): EngineLink {
  const link = useContext(LinkContext);
  if (!link) throw new Error('No EngineProvider above');
  return link;
}

const never = () => () => {};

/** The state of the engine, and null where no workspace is open; re-renders when it changes. */
export function useEngineStateIfAny(): EngineState | null {
  const link = useContext(LinkContext);
  return useSyncExternalStore(link?.onState ?? never, () => link?.state() ?? null);
}

/** The state of the engine; re-renders when it changes. Throws outside an EngineProvider. */
export function useEngineState(): EngineState {
  const state = useEngineStateIfAny();
  if (!state) throw new Error('No EngineProvider above');
  return state;
}
