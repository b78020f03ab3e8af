import { useState } from 'react';
import type { History } from '../../workspace/history.ts';

/** The id of the newest message of others that has stood on the screen; undefined before there was one. */
export function useSeenThrough({ messages }: History, isAtEnd: boolean): string | undefined {
  const newest = messages.findLast(({ direction, context }) => direction === 'in' && !context)?.id;
  const [seen, setSeen] = useState<string>();
  if (isAtEnd && newest !== undefined && seen !== newest) setSeen(newest);
  return seen;
}
