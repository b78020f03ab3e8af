import { schedule, settle } from '../world/happening.ts';
import { getPersonByHandle, putPerson, toPerson } from '../world/people.ts';
import { createWorld, type World } from '../world/world.ts';
import type { Scenario, ScenarioEvent } from './scenario.ts';

/** A world in which the past of `scenario` has happened by `now`, and its future waits. */
export function beginWorld(scenario: Scenario, now: number): World {
  const world = createWorld(
    toPerson(scenario.account, () => false),
    now,
  );
  for (const person of scenario.people) putPerson(world, person);
  for (const event of scenario.events) scheduleEvent(world, event, now + event.afterMs);
  settle(world, now);
  return world;
}

function scheduleEvent(world: World, event: ScenarioEvent, dueAt: number): void {
  if (event.kind === 'dm') {
    const personId = personIdOf(world, event.with);
    const ends = event.sentByAccount
      ? { senderId: world.accountId, recipientId: personId }
      : { senderId: personId, recipientId: world.accountId };
    schedule(world, dueAt, {
      kind: 'dm',
      ...ends,
      text: event.text,
      photos: event.photos,
      origin: 'scenario',
    });
    return;
  }
  schedule(world, dueAt, {
    kind: 'post',
    authorId: personIdOf(world, event.from),
    text: event.text,
    origin: 'scenario',
    ref: event.ref,
    replyToRef: event.replyTo,
    quotedRef: event.quotes,
    photos: event.photos,
    lang: event.lang,
  });
}

function personIdOf(world: World, handle: string): string {
  const person = getPersonByHandle(world, handle);
  if (!person) throw new Error(`Nobody is called @${handle}.`);
  return person.id;
}
