import type { DirectMessage, Person, Photo, Post, WorldEvent } from './model.ts';
import type { Upload } from './uploads.ts';

/** An event that has not happened yet; `dueAt` is in epoch milliseconds. */
export interface ScheduledEvent {
  readonly dueAt: number;
  readonly event: WorldEvent;
}

/** The data of the simulated X; all of it can be saved to a file and restored. */
export interface World {
  readonly accountId: string;
  readonly startedAt: number;
  readonly people: Map<string, Person>;
  /** Person ids by lower-case handle. */
  readonly personIdByHandle: Map<string, string>;
  readonly posts: Map<string, Post>;
  readonly messages: Map<string, DirectMessage>;
  readonly photos: Map<string, Photo>;
  /** What the account uploads, by id. */
  readonly uploads: Map<string, Upload>;
  /** Post ids by their `ref` in the scenario, so that later events can reply to them. */
  readonly postIdByRef: Map<string, string>;
  /** How often each person has reacted in each channel, by `<channel> <handle>`. */
  readonly reactionsUsed: Map<string, number>;
  /** What the account has hidden, muted and blocked: `hidden:` with a post id, `muted:` and `dmsBlocked:` with a person id. */
  readonly moderated: Set<string>;
  /** Sorted by `dueAt`. */
  readonly scheduled: ScheduledEvent[];
  /** Incremented on every change, so that an unchanged world need not be saved again. */
  revision: number;
}

/** A world with nobody in it but the account. */
export function createWorld(account: Person, startedAt: number): World {
  return {
    accountId: account.id,
    startedAt,
    people: new Map([[account.id, account]]),
    personIdByHandle: indexHandles([account]),
    posts: new Map(),
    messages: new Map(),
    photos: new Map(),
    uploads: new Map(),
    postIdByRef: new Map(),
    reactionsUsed: new Map(),
    moderated: new Set(),
    scheduled: [],
    revision: 0,
  };
}

/** Person ids by lower-case handle. */
export function indexHandles(people: Iterable<Person>): Map<string, string> {
  return new Map([...people].map(({ id, handle }) => [handle.toLowerCase(), id]));
}

/**
 * Runs `work` and returns its result. The posts and messages that it adds stay out of lists until `hiddenUntil` (epoch
 * milliseconds), as X lists some items with a delay.
 */
export function hideAdditions<T>(world: World, hiddenUntil: number, work: () => T): T {
  const { posts, messages } = world;
  const [postCount, messageCount] = [posts.size, messages.size];
  const result = work();
  const added = [...[...posts.values()].slice(postCount), ...[...messages.values()].slice(messageCount)];
  for (const item of added) item.hiddenUntil = hiddenUntil;
  return result;
}

/** Whether lists include the item at `now`. */
export function isListed(item: Post | DirectMessage, now: number): boolean {
  return (item.hiddenUntil ?? 0) <= now;
}
