import { engineContract } from '#shared/contract/engine.ts';

/** Whether a call means that somebody searches or works; windows also fetch what they show while nobody is there. */
export function isUse(method: string): boolean {
  const known = Object.entries(engineContract).find(([name]) => name === method);
  return method === 'search.messages' || known?.[1].kind === 'command';
}
