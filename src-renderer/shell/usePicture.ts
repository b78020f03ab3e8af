import { toMediaAddress } from '#shared/domain/mediaAddress.ts';
import type { PersonSummary } from '#shared/domain/person.ts';
import { useShellState } from './ShellProvider.tsx';

/** The `media:` address of a profile picture; undefined if there is none, or if loading pictures is switched off. */
export function usePicture({ pictureUrl }: Pick<PersonSummary, 'pictureUrl'>): string | undefined {
  const { preferences } = useShellState();
  return preferences.loadMedia && pictureUrl !== undefined
    ? toMediaAddress(toMiddleSize(pictureUrl))
    : undefined;
}

/** X gives the address of a picture of 48 pixels, and serves the same one with 73, which is sharp on dense screens too. */
function toMiddleSize(url: string): string {
  return url.replace(/^(https:\/\/pbs\.twimg\.com\/.*)_normal(\.\w+)$/, '$1_bigger$2');
}
