import { useEngineQuery } from '../engine/hooks.ts';

/** The handle of the account without `@`; empty while it is not known. */
export const useOwnHandle = (): string => useEngineQuery('system.info', {}).data?.account?.handle ?? '';
