import type { z } from 'zod';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { CreatedPostBody, PageBody, SentDmBody, UserBody } from './bodies.ts';
import { type CallName, type CallPurpose, toPurpose } from './callPurpose.ts';
import { type Call, type CallOptions, createCall, type Hindrance } from './callX.ts';
import {
  dmQuery,
  paths,
  postQuery,
  toPostQuery,
  toReplyBody,
  toSearchQuery,
  userQuery,
} from './requestNames.ts';
import { toAppError } from './toAppError.ts';
import { toUser } from './toDomain.ts';
import { toDmPage, toPostLookup, toPostPage, toUsers } from './toPage.ts';
import { toSendFailure } from './toSendFailure.ts';
import type { XCall } from './transport.ts';
import type { SendFailure, XClient } from './xClient.ts';
import type { XFailure } from './xFailure.ts';

export interface XClientOptions extends CallOptions {
  /** The id of the account; direct messages cannot be read without it. */
  readonly ownId: () => string | null;
}

/**
 * The client of X: never throws, asks again only after a refused token, keeps still until a limit has passed, and reads
 * nothing more once the month's money is spent.
 */
export function createXClient(options: XClientOptions): XClient {
  const call = createCall(options);
  return { ...createReads(call, options), ...createSends(call, options) };
}

type Sends = Pick<XClient, 'createReply' | 'sendDm'>;
type Reads = Omit<XClient, keyof Sends>;
type Read = (
  name: CallName,
  purpose: CallPurpose | undefined,
  path: string,
  query: XCall['query'],
) => Promise<Result<z.output<typeof PageBody>, AppError>>;

function createReads(call: Call, options: XClientOptions): Reads {
  const read: Read = async (name, given, path, query) => {
    const answer = await call(name, toPurpose(name, given), { method: 'GET', path, query: query ?? {} });
    return toRead(answer, PageBody, options.clock.now());
  };
  const readPosts = async (...asked: Parameters<Read>) => {
    const page = await read(...asked);
    return page.ok ? ok(toPostPage(page.value)) : page;
  };
  return {
    getMe: async () => {
      const page = await read('getMe', undefined, paths.me, userQuery);
      if (!page.ok) return page;
      const user = UserBody.safeParse(page.value.data);
      return user.success ? ok(toUser(user.data)) : err(unreadable);
    },
    getUsers: async (ids, purpose) => {
      const page = await read('getUsers', purpose, paths.users, { ...userQuery, ids: ids.join(',') });
      return page.ok ? ok(toUsers(page.value)) : page;
    },
    listMentions: ({ userId, ...range }, purpose) =>
      readPosts('listMentions', purpose, paths.mentions(userId), toPostQuery(range)),
    listOwnPosts: ({ userId, ...range }, purpose) =>
      readPosts('listOwnPosts', purpose, paths.ownPosts(userId), toPostQuery(range)),
    searchRecent: (range, purpose) => readPosts('searchRecent', purpose, paths.search, toSearchQuery(range)),
    getPosts: async (ids, purpose) => {
      const page = await read('getPosts', purpose, paths.posts, { ...postQuery, ids: ids.join(',') });
      return page.ok ? ok(toPostLookup(page.value)) : page;
    },
    listDms: async ({ maxResults, token }, purpose) => {
      const query = { ...dmQuery, max_results: maxResults, ...next(token) };
      return toDms(await read('listDms', purpose, paths.dms, query), options);
    },
    listDmsWith: async (participantId, maxResults, purpose) => {
      const query = { ...dmQuery, max_results: maxResults };
      return toDms(await read('listDmsWith', purpose, paths.dmsWith(participantId), query), options);
    },
  };
}

function createSends(call: Call, { clock }: XClientOptions): Sends {
  const send = (name: CallName, given: CallPurpose | undefined, path: string, body: XCall['body']) =>
    call(name, toPurpose(name, given), { method: 'POST', path, body: body ?? {} });
  return {
    createReply: async (post, purpose) => {
      const answer = await send('createReply', purpose, paths.createPost, toReplyBody(post));
      const sent = toSent(answer, CreatedPostBody, 'public', clock.now());
      return sent.ok ? ok({ id: sent.value.data.id }) : sent;
    },
    sendDm: async ({ text, participantId }, purpose) => {
      const answer = await send('sendDm', purpose, paths.sendDm(participantId), { text });
      const sent = toSent(answer, SentDmBody, 'dm', clock.now());
      return sent.ok ? ok({ id: sent.value.data.dm_event_id }) : sent;
    },
  };
}

const unreadable: AppError = { code: 'xFailed', status: 200, detail: 'the answer could not be read' };

const next = (token: string | undefined) => (token === undefined ? {} : { pagination_token: token });

function toRead<T extends z.ZodType>(
  answer: Result<unknown, XFailure | Hindrance>,
  schema: T,
  now: number,
): Result<z.output<T>, AppError> {
  if (!answer.ok) {
    return err(answer.error.kind === 'hindered' ? answer.error.error : toAppError(answer.error, now));
  }
  const body = schema.safeParse(answer.value);
  return body.success ? ok(body.data) : err(unreadable);
}

function toSent<T extends z.ZodType>(
  answer: Result<unknown, XFailure | Hindrance>,
  schema: T,
  channel: 'public' | 'dm',
  now: number,
): Result<z.output<T>, SendFailure> {
  if (!answer.ok) {
    return answer.error.kind === 'hindered'
      ? err({ outcome: 'notSent', error: answer.error.error })
      : err(toSendFailure(answer.error, channel, now));
  }
  const body = schema.safeParse(answer.value);
  return body.success ? ok(body.data) : err({ outcome: 'unknown', error: unreadable });
}

function toDms(page: Result<z.output<typeof PageBody>, AppError>, { ownId }: XClientOptions) {
  if (!page.ok) return page;
  const own = ownId();
  return own === null ? err<AppError>({ code: 'notConnected' }) : ok(toDmPage(page.value, own));
}
