import type { VirtualItem } from '@tanstack/react-virtual';
import type { Channel } from '#shared/domain/reply.ts';
import type { History } from './history.ts';

/** Where somebody was in a timeline. */
export interface ScrollPlace {
  readonly offset: number;
  readonly atEnd: boolean;
  readonly measured: readonly VirtualItem[];
}

/** What a window remembers of a conversation after it was left. */
export interface Remembered {
  scroll?: ScrollPlace;
  history?: History;
  channel?: Channel;
}

const most = 30;
const remembered = new Map<string, Remembered>();

/** What is remembered of a conversation; only the latest few are kept, since all of it can be asked again. */
export function remember(conversationId: string): Remembered {
  const entry = remembered.get(conversationId) ?? {};
  remembered.delete(conversationId);
  remembered.set(conversationId, entry);
  const oldest = remembered.keys().next().value;
  if (remembered.size > most && oldest !== undefined) remembered.delete(oldest);
  return entry;
}
