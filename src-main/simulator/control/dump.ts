import type { Context } from '../context.ts';
import type { LoggedRequest } from '../requestLog.ts';
import { compareIds } from '../world/ids.ts';
import { requirePerson } from '../world/people.ts';

/** A post that came through the API; `at` is in epoch milliseconds. */
export interface SentPost {
  readonly id: string;
  readonly text: string;
  readonly inReplyToId: string | null;
  readonly at: number;
  readonly deletedAt: number | null;
}

/** A direct message that came through the API; `at` is in epoch milliseconds. */
export interface SentDm {
  readonly id: string;
  readonly to: string;
  readonly toId: string;
  readonly text: string;
  readonly at: number;
}

/** What a test may ask about a simulator. */
export interface StateDump {
  readonly account: { readonly id: string; readonly handle: string; readonly name: string };
  readonly now: number;
  readonly startedAt: number;
  /** In the order in which they came. */
  readonly sentPosts: readonly SentPost[];
  readonly sentDms: readonly SentDm[];
  /** How often each endpoint was asked, for example `GET /2/users/:id/mentions`. */
  readonly requests: Readonly<Record<string, number>>;
  readonly requestLog: readonly LoggedRequest[];
  readonly counts: {
    readonly people: number;
    readonly posts: number;
    readonly dms: number;
    readonly pending: number;
  };
}

/** The state of a simulator, as plain data. */
export function dumpState(context: Context): StateDump {
  const { world, log, clock } = context;
  const { id, handle, name } = requirePerson(world, world.accountId);
  const isSent = (item: { readonly origin: string }): boolean => item.origin === 'api';
  return {
    account: { id, handle, name },
    now: clock.now(),
    startedAt: world.startedAt,
    sentPosts: [...world.posts.values()]
      .filter(isSent)
      .sort((left, right) => compareIds(left.id, right.id))
      .map((post) => ({
        id: post.id,
        text: post.text,
        inReplyToId: post.replyToId,
        at: post.createdAt,
        deletedAt: post.deletedAt,
      })),
    sentDms: [...world.messages.values()]
      .filter(isSent)
      .sort((left, right) => compareIds(left.id, right.id))
      .map((message) => ({
        id: message.id,
        to: requirePerson(world, message.recipientId).handle,
        toId: message.recipientId,
        text: message.text,
        at: message.createdAt,
      })),
    requests: Object.fromEntries(log.counts),
    requestLog: [...log.requests],
    counts: {
      people: world.people.size,
      posts: world.posts.size,
      dms: world.messages.size,
      pending: world.pending.length,
    },
  };
}
