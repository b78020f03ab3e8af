import { insertMessage } from './directMessages.ts';
import type { WorldEvent } from './model.ts';
import { insertPost } from './posts.ts';
import type { World } from './world.ts';

/** Schedules `event` for `dueAt` (epoch milliseconds); an overdue one happens at the next `runDueEvents`. */
export function scheduleEvent(world: World, dueAt: number, event: WorldEvent): void {
  const position = world.scheduled.findIndex((other) => other.dueAt > dueAt);
  world.scheduled.splice(position === -1 ? world.scheduled.length : position, 0, { dueAt, event });
  world.revision += 1;
}

/** Applies every event due by `now`, in order, each dated with its own time. */
export function runDueEvents(world: World, now: number): void {
  let next = world.scheduled[0];
  while (next && next.dueAt <= now) {
    world.scheduled.shift();
    applyEvent(world, next.event, next.dueAt);
    next = world.scheduled[0];
  }
}

function applyEvent(world: World, event: WorldEvent, at: number): void {
  if (event.kind === 'dm') {
    insertMessage(world, { ...event, at });
    return;
  }
  const post = insertPost(world, {
    ...event,
    at,
    replyToId: event.replyToId ?? postIdOf(world, event.replyToRef),
    quotedId: postIdOf(world, event.quotedRef),
  });
  if (event.ref !== undefined) world.postIdByRef.set(event.ref, post.id);
}

function postIdOf(world: World, ref: string | undefined): string | undefined {
  return ref === undefined ? undefined : world.postIdByRef.get(ref);
}
