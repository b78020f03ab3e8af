import { useCallback } from 'react';
import { type Signing, sign, toMark } from '#shared/domain/initials.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { useEngineQuery } from '../../../engine/hooks.ts';

const useSigning = (): Signing | undefined => useEngineQuery('settings.get', {}).data;

const toKnownMark = (signing: Signing | undefined, channel: Channel) =>
  signing ? toMark(signing, channel) : null;

/** What Perch puts behind replies on a channel, such as `^AB`; null for nothing. */
export const useMark = (channel: Channel): string | null => toKnownMark(useSigning(), channel);

/** Returns what puts that behind a text, unless it ends with one already. */
export function useSign(): (channel: Channel, text: string) => string {
  const signing = useSigning();
  return useCallback((channel, text) => sign(text, toKnownMark(signing, channel)), [signing]);
}
