import { toMark } from '#shared/domain/initials.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { useEngineQuery } from '../../../engine/hooks.ts';

/** What Perch puts behind replies on a channel, such as `^AB`; null for nothing. */
export function useMark(channel: Channel): string | null {
  const settings = useEngineQuery('settings.get', {}).data;
  return settings ? toMark(settings, channel) : null;
}
