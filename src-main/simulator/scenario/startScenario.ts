import { getPersonByHandle, toPerson, upsertPerson } from '../world/people.ts';
import { runDueEvents, scheduleEvent } from '../world/schedule.ts';
import { createWorld, type World } from '../world/world.ts';
import type { Scenario, ScenarioEvent } from './scenario.ts';

/** A world at `now` in which the scenario's past events have happened and its future ones are scheduled. */
export function startScenario(scenario: Scenario, now: number): World {
  const world = createWorld(
    toPerson(scenario.account, () => false),
    now,
  );
  for (const person of scenario.people) upsertPerson(world, person);
  for (const event of scenario.events) scheduleScenarioEvent(world, event, now + event.afterMs);
  runDueEvents(world, now);
  return world;
}

function scheduleScenarioEvent(world: World, event: ScenarioEvent, dueAt: number): void {
  if (event.kind === 'dm') {
    const personId = personIdOf(world, event.with);
    const ends = event.sentByAccount
      ? { senderId: world.accountId, recipientId: personId }
      : { senderId: personId, recipientId: world.accountId };
    scheduleEvent(world, dueAt, {
      kind: 'dm',
      ...ends,
      text: event.text,
      photos: event.photos,
      origin: 'scenario',
    });
    return;
  }
  scheduleEvent(world, dueAt, {
    kind: 'post',
    authorId: personIdOf(world, event.from),
    text: event.text,
    origin: 'scenario',
    ref: event.ref,
    replyToRef: event.replyTo,
    quotedRef: event.quotes,
    photos: event.photos,
    poll: event.poll,
    lang: event.lang,
  });
}

function personIdOf(world: World, handle: string): string {
  const person = getPersonByHandle(world, handle);
  if (!person) throw new Error(`Nobody has the handle @${handle}.`);
  return person.id;
}
