import { compareIds } from '../base/ids.ts';
import type { Context } from '../state/context.ts';
import type { LoggedRequest } from '../state/requestLog.ts';
import { requirePerson } from '../world/people.ts';

/** A post created through the API; times are epoch milliseconds. */
export interface SentPost {
  readonly id: string;
  readonly text: string;
  readonly inReplyToId: string | null;
  /** The alternative texts of its pictures; one without has an empty text. */
  readonly pictures: readonly string[];
  readonly at: number;
  readonly deletedAt: number | null;
}

/** A direct message sent through the API; `at` is in epoch milliseconds. */
export interface SentDm {
  readonly id: string;
  /** The handle of the recipient. */
  readonly to: string;
  readonly toId: string;
  readonly text: string;
  /** The alternative texts of its pictures. */
  readonly pictures: readonly string[];
  readonly at: number;
}

/** A snapshot of a running simulator for tests and scripts; times are epoch milliseconds. */
export interface StateDump {
  readonly account: { readonly id: string; readonly handle: string; readonly name: string };
  readonly now: number;
  readonly startedAt: number;
  /** Oldest first. */
  readonly sentPosts: readonly SentPost[];
  /** Oldest first. */
  readonly sentDms: readonly SentDm[];
  /** What the account has hidden, muted and blocked, such as `muted:5001`. */
  readonly moderated: readonly string[];
  /** The number of requests per endpoint, for example `GET /2/users/:id/mentions`. */
  readonly requests: Readonly<Record<string, number>>;
  /** The newest 10,000 requests, oldest first. */
  readonly requestLog: readonly LoggedRequest[];
  readonly counts: {
    readonly people: number;
    readonly posts: number;
    readonly dms: number;
    /** Scheduled events that have not happened yet. */
    readonly pending: number;
  };
}

/** A snapshot of the current state, as plain data. */
export function dumpState(context: Context): StateDump {
  const { world, log, clock } = context;
  const { id, handle, name } = requirePerson(world, world.accountId);
  return {
    account: { id, handle, name },
    now: clock.now(),
    startedAt: world.startedAt,
    sentPosts: listSentPosts(context),
    sentDms: listSentDms(context),
    moderated: [...world.moderated].sort(),
    requests: Object.fromEntries(log.counts),
    requestLog: [...log.requests],
    counts: {
      people: world.people.size,
      posts: world.posts.size,
      dms: world.messages.size,
      pending: world.scheduled.length,
    },
  };
}

const isSent = (item: { readonly origin: string }): boolean => item.origin === 'api';

function listSentPosts(context: Context): SentPost[] {
  return [...context.world.posts.values()]
    .filter(isSent)
    .sort((left, right) => compareIds(left.id, right.id))
    .map((post) => ({
      id: post.id,
      text: post.text,
      inReplyToId: post.replyToId,
      pictures: listPictures(context, post.photoKeys),
      at: post.createdAt,
      deletedAt: post.deletedAt,
    }));
}

function listSentDms(context: Context): SentDm[] {
  const { world } = context;
  return [...world.messages.values()]
    .filter(isSent)
    .sort((left, right) => compareIds(left.id, right.id))
    .map((message) => ({
      id: message.id,
      to: requirePerson(world, message.recipientId).handle,
      toId: message.recipientId,
      text: message.text,
      pictures: listPictures(context, message.photoKeys),
      at: message.createdAt,
    }));
}

const listPictures = ({ world }: Context, keys: readonly string[]): string[] =>
  keys.flatMap((key) => world.photos.get(key)?.altText ?? []);
