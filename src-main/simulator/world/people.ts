import { z } from 'zod';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { ID_PATTERN, userIdFor } from '../base/ids.ts';
import type { Person } from './model.ts';
import type { World } from './world.ts';

/** The optional fields of a person, in a scenario and in the control API. */
export const PERSON_FIELDS = {
  id: z.string().regex(ID_PATTERN).optional(),
  description: z.string().optional(),
  location: z.string().optional(),
  verified: z.boolean().optional(),
  isProtected: z.boolean().optional(),
  receivesDms: z.boolean().optional(),
  followers: z.int().nonnegative().optional(),
  following: z.int().nonnegative().optional(),
  picture: z.string().optional(),
  raw: z.record(z.string(), z.unknown()).optional(),
};

/** The input for a person: a handle, and any other field. */
export type NewPerson = Pick<Person, 'handle'> & {
  readonly [Field in keyof Person]?: Person[Field] | undefined;
};

const DEFAULT_CREATED_AT = Date.UTC(2019, 2, 14, 9, 26);

/** A complete person; missing fields get their defaults, and the id is derived from the handle. */
export function toPerson(fields: NewPerson, isTaken: (id: string) => boolean): Person {
  return {
    id: fields.id ?? userIdFor(fields.handle, isTaken),
    handle: fields.handle,
    name: fields.name ?? fields.handle,
    description: fields.description ?? '',
    location: fields.location ?? '',
    createdAt: fields.createdAt ?? DEFAULT_CREATED_AT,
    verified: fields.verified ?? false,
    isProtected: fields.isProtected ?? false,
    receivesDms: fields.receivesDms ?? true,
    followers: fields.followers ?? 0,
    following: fields.following ?? 0,
    picture: fields.picture ?? null,
    ...withoutUndefined({ raw: fields.raw }),
  };
}

/** The person with this handle (any case, with or without @), or null. */
export function getPersonByHandle(world: World, handle: string): Person | null {
  const id = world.personIdByHandle.get(handle.replace(/^@/, '').toLowerCase());
  return id === undefined ? null : (world.people.get(id) ?? null);
}

/** Adds a person, or updates the given fields of the one with this handle. Returns the result. */
export function upsertPerson(world: World, fields: NewPerson): Person {
  const existing = getPersonByHandle(world, fields.handle);
  const person = existing
    ? { ...existing, ...withoutUndefined(fields), id: existing.id }
    : toPerson(fields, (id) => world.people.has(id));
  world.people.set(person.id, person);
  world.personIdByHandle.set(person.handle.toLowerCase(), person.id);
  world.revision += 1;
  return person;
}

/** Gives a person another handle, which must be free. Returns the result. */
export function renamePerson(world: World, person: Person, handle: string): Person {
  const renamed = { ...person, handle };
  world.personIdByHandle.delete(person.handle.toLowerCase());
  world.personIdByHandle.set(handle.toLowerCase(), person.id);
  world.people.set(person.id, renamed);
  world.revision += 1;
  return renamed;
}

/** The person with this id; throws if there is none, which is a bug. */
export function requirePerson(world: World, id: string): Person {
  const person = world.people.get(id);
  if (!person) throw new Error(`No person has the id ${id}.`);
  return person;
}
