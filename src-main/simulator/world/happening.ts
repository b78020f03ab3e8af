import { insertMessage } from './directMessages.ts';
import type { Happening } from './model.ts';
import { insertPost } from './posts.ts';
import type { World } from './world.ts';

/** Lets `happening` wait until `dueAt`; what is due at once happens at the next `settle`. */
export function schedule(world: World, dueAt: number, happening: Happening): void {
  const place = world.pending.findIndex((other) => other.dueAt > dueAt);
  world.pending.splice(place === -1 ? world.pending.length : place, 0, { dueAt, happening });
  world.revision += 1;
}

/** Makes everything that is due by `now` happen, in order, each at its own time. */
export function settle(world: World, now: number): void {
  let due = world.pending[0];
  while (due && due.dueAt <= now) {
    world.pending.shift();
    happen(world, due.happening, due.dueAt);
    due = world.pending[0];
  }
}

function happen(world: World, happening: Happening, at: number): void {
  if (happening.kind === 'dm') {
    insertMessage(world, { ...happening, at });
    return;
  }
  const post = insertPost(world, {
    ...happening,
    at,
    replyToId: happening.replyToId ?? postIdOf(world, happening.replyToRef),
    quotedId: postIdOf(world, happening.quotedRef),
  });
  if (happening.ref !== undefined) world.postIdByRef.set(happening.ref, post.id);
}

function postIdOf(world: World, ref: string | undefined): string | undefined {
  return ref === undefined ? undefined : world.postIdByRef.get(ref);
}
