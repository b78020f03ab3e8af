import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { NetworkContact } from '#shared/domain/networkContact.ts';
import { useEngineLink } from '../../engine/EngineProvider.tsx';
import { EngineFailure } from '../../engine/hooks.ts';
import { useShell } from '../../shell/ShellProvider.tsx';

const REFETCH_MS = 5_000;

/** What engine and shell have contacted, those of the last request first. No event says that it has changed. */
export function useNetworkContacts(): UseQueryResult<readonly NetworkContact[], EngineFailure> {
  const link = useEngineLink();
  const shell = useShell();
  return useQuery<readonly NetworkContact[], EngineFailure>({
    queryKey: ['network'],
    queryFn: async () => {
      const lists = await Promise.all([link.call('network.list', {}), shell.call('network.list', {})]);
      return lists
        .flatMap((list) => {
          if (!list.ok) throw new EngineFailure(list.error);
          return list.value.items;
        })
        .sort((a, b) => b.lastAt - a.lastAt);
    },
    staleTime: 0,
    refetchInterval: REFETCH_MS,
  });
}
