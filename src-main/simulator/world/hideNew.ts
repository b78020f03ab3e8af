import type { Context } from '../context.ts';
import type { DirectMessage, Post } from './model.ts';

/** Does `work`; what it adds to the world stays out of lists for so many milliseconds, as X shows some things late. */
export function hideNew<T>(
  { world, clock }: Pick<Context, 'world' | 'clock'>,
  hiddenMs: number,
  work: () => T,
): T {
  const [posts, messages] = [world.posts.size, world.messages.size];
  const result = work();
  if (hiddenMs === 0) return result;
  const added = [...[...world.posts.values()].slice(posts), ...[...world.messages.values()].slice(messages)];
  for (const item of added) item.hiddenUntil = clock.now() + hiddenMs;
  return result;
}

/** Whether lists show this at `now`. */
export function isShown(item: Post | DirectMessage, now: number): boolean {
  return (item.hiddenUntil ?? 0) <= now;
}
