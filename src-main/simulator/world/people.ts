import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { userIdFor } from './ids.ts';
import type { Person } from './model.ts';
import type { World } from './world.ts';

/** What is told about a person; the rest is filled in. */
export type PersonFacts = Pick<Person, 'handle'> & {
  readonly [Fact in keyof Person]?: Person[Fact] | undefined;
};

const JOINED_BY_DEFAULT = Date.UTC(2019, 2, 14, 9, 26);

/** A person with every field filled in. */
export function toPerson(facts: PersonFacts, isTaken: (id: string) => boolean): Person {
  return {
    id: facts.id ?? userIdFor(facts.handle, isTaken),
    handle: facts.handle,
    name: facts.name ?? facts.handle,
    description: facts.description ?? '',
    location: facts.location ?? '',
    createdAt: facts.createdAt ?? JOINED_BY_DEFAULT,
    verified: facts.verified ?? false,
    isProtected: facts.isProtected ?? false,
    receivesDms: facts.receivesDms ?? true,
    followers: facts.followers ?? 0,
    following: facts.following ?? 0,
    picture: facts.picture ?? null,
  };
}

/** The person with this handle, in any case; null when there is none. */
export function getPersonByHandle(world: World, handle: string): Person | null {
  const id = world.personIdByHandle.get(handle.replace(/^@/, '').toLowerCase());
  return id === undefined ? null : (world.people.get(id) ?? null);
}

/** Adds a person, or changes the one who has this handle already; answers the result. */
export function putPerson(world: World, facts: PersonFacts): Person {
  const known = getPersonByHandle(world, facts.handle);
  const told = withoutUndefined(facts);
  const person = known ? { ...known, ...told, id: known.id } : toPerson(facts, (id) => world.people.has(id));
  world.people.set(person.id, person);
  world.personIdByHandle.set(person.handle.toLowerCase(), person.id);
  world.revision += 1;
  return person;
}

/** The person with this id; throws when there is none, which is a bug. */
export function requirePerson(world: World, id: string): Person {
  const person = world.people.get(id);
  if (!person) throw new Error(`No person has the id ${id}.`);
  return person;
}
