import type { DirectMessage, Happening, Person, Photo, Post } from './model.ts';

/** A happening that waits for its time. */
export interface Pending {
  readonly dueAt: number;
  readonly happening: Happening;
}

/** All that the simulated X knows; everything in it can be written to a file and read back. */
export interface World {
  readonly accountId: string;
  readonly startedAt: number;
  readonly people: Map<string, Person>;
  /** People's ids by their handle in lower case. */
  readonly personIdByHandle: Map<string, string>;
  readonly posts: Map<string, Post>;
  readonly messages: Map<string, DirectMessage>;
  readonly photos: Map<string, Photo>;
  /** Scenario names of posts, so that later events can answer them. */
  readonly postIdByRef: Map<string, string>;
  /** How often each reaction rule has been used. */
  readonly reactionsUsed: Map<string, number>;
  pending: Pending[];
  /** Grows with every change, so that a writer knows when there is something to write. */
  revision: number;
}

/** An empty world around one account. */
export function createWorld(account: Person, startedAt: number): World {
  return {
    accountId: account.id,
    startedAt,
    people: new Map([[account.id, account]]),
    personIdByHandle: indexHandles([account]),
    posts: new Map(),
    messages: new Map(),
    photos: new Map(),
    postIdByRef: new Map(),
    reactionsUsed: new Map(),
    pending: [],
    revision: 0,
  };
}

/** The index by handle of all of `people`. */
export function indexHandles(people: Iterable<Person>): Map<string, string> {
  return new Map([...people].map(({ id, handle }) => [handle.toLowerCase(), id]));
}
