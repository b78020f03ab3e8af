import { z } from 'zod';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type CallName, type CallPurpose, toPurpose } from '../calls.ts';
import type { SendFailure, XClient, XPostCount } from '../xClient.ts';
import { type Call, type CallBlocked, type CallOptions, createCall } from './call.ts';
import { toAppError, toSendFailure, type XFailure } from './failures.ts';
import type { XRequest } from './httpTransport.ts';
import { createModeration, type Moderation } from './moderation.ts';
import { toDmPage } from './oneToOneDms.ts';
import { readUsers, toUser } from './pageItems.ts';
import { toPostLookup, toPostPage } from './posts.ts';
import { withoutRefusedFields } from './refusedFields.ts';
import {
  dmQuery,
  paths,
  postQuery,
  toDmBody,
  toPostQuery,
  toReplyBody,
  toSearchQuery,
  userQuery,
} from './requests.ts';
import { CountsBody, CreatedPostBody, PageBody, SentDmBody, UserBody } from './responseBodies.ts';
import { createUploads, type Uploads } from './uploads.ts';

export interface XClientOptions extends CallOptions {
  /** The id of the account; direct messages cannot be read without it. */
  readonly ownId: () => string | null;
}

/**
 * The client of X. Never throws, retries only after a refused token, makes no call before a closed limit resets, and reads
 * nothing more once the monthly cap is spent.
 */
export function createXClient(options: XClientOptions): XClient {
  const call = withoutRefusedFields(createCall(options), options.log);
  return {
    ...createReads(call, options),
    ...createDownloads(call, options),
    ...createSends(call, options),
    ...createUploads(call, options),
    ...createModeration(call, options),
  };
}

type Sends = Pick<XClient, 'createReply' | 'sendDm'>;
type Downloads = Pick<XClient, 'getDmMedia'>;
type Reads = Omit<XClient, keyof Sends | keyof Downloads | keyof Uploads | keyof Moderation>;
type Read = (
  name: CallName,
  purpose: CallPurpose | undefined,
  path: string,
  query: XRequest['query'],
) => Promise<Result<z.output<typeof PageBody>, AppError>>;

function createReads(call: Call, options: XClientOptions): Reads {
  const read: Read = async (name, given, path, query) => {
    const result = await call(name, toPurpose(name, given), { method: 'GET', path, query: query ?? {} });
    return toRead(result, PageBody, options.clock.now());
  };
  const readPosts = async (...request: Parameters<Read>) => {
    const page = await read(...request);
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
      return page.ok ? ok(readUsers(page.value.data, [])) : page;
    },
    listMentions: ({ userId, ...range }, purpose) =>
      readPosts('listMentions', purpose, paths.mentions(userId), toPostQuery(range)),
    listOwnPosts: ({ userId, ...range }, purpose) =>
      readPosts('listOwnPosts', purpose, paths.ownPosts(userId), toPostQuery(range)),
    listQuotes: ({ postId, ...range }, purpose) =>
      readPosts('listQuotes', purpose, paths.quotes(postId), toPostQuery(range)),
    searchRecent: (range, purpose) => readPosts('searchRecent', purpose, paths.search, toSearchQuery(range)),
    countPosts: async (query, purpose) => {
      const page = await read('countPosts', purpose, paths.counts, { query, granularity: 'hour' });
      return page.ok ? toPostCounts(page.value.data) : page;
    },
    getPosts: async (ids, purpose) => {
      const page = await read('getPosts', purpose, paths.posts, { ...postQuery, ids: ids.join(',') });
      return page.ok ? ok(toPostLookup(page.value)) : page;
    },
    ...createDmReads(read, options),
  };
}

function createDmReads(read: Read, options: XClientOptions): Pick<XClient, 'listDms' | 'listDmsWith'> {
  return {
    listDms: async ({ maxResults, token }, purpose) => {
      return toDms(await read('listDms', purpose, paths.dms, toDmQuery(maxResults, token)), options);
    },
    listDmsWith: async ({ participantId, maxResults, token }, purpose) => {
      const query = toDmQuery(maxResults, token);
      return toDms(await read('listDmsWith', purpose, paths.dmsWith(participantId), query), options);
    },
  };
}

function createDownloads(call: Call, { clock }: XClientOptions): Downloads {
  return {
    getDmMedia: async (file, purpose) => {
      const request = { method: 'GET', path: paths.dmMedia(file), isBinary: true } as const;
      const result = await call('getDmMedia', toPurpose('getDmMedia', purpose), request);
      return toRead(result, z.instanceof(Uint8Array), clock.now());
    },
  };
}

function createSends(call: Call, { clock }: XClientOptions): Sends {
  const send = (name: CallName, given: CallPurpose | undefined, path: string, body: XRequest['body']) =>
    call(name, toPurpose(name, given), { method: 'POST', path, body: body ?? {} });
  return {
    createReply: async (post, purpose) => {
      const result = await send('createReply', purpose, paths.createPost, toReplyBody(post));
      const sent = toSent(result, CreatedPostBody, 'public', clock.now());
      return sent.ok ? ok({ id: sent.value.data.id }) : sent;
    },
    sendDm: async ({ participantId, ...dm }, purpose) => {
      const result = await send('sendDm', purpose, paths.sendDm(participantId), toDmBody(dm));
      const sent = toSent(result, SentDmBody, 'dm', clock.now());
      return sent.ok ? ok({ id: sent.value.data.dm_event_id }) : sent;
    },
  };
}

function toPostCounts(data: unknown): Result<readonly XPostCount[], AppError> {
  const counts = CountsBody.safeParse(data ?? []);
  if (!counts.success) return err(unreadable);
  return ok(
    counts.data.map(({ start, end, count }) => ({ from: Date.parse(start), to: Date.parse(end), count })),
  );
}

const unreadable: AppError = { code: 'xFailed', status: 200, detail: 'the response could not be read' };

const toDmQuery = (maxResults: number, token: string | undefined) => ({
  ...dmQuery,
  max_results: maxResults,
  ...(token === undefined ? {} : { pagination_token: token }),
});

function toRead<T extends z.ZodType>(
  result: Result<unknown, XFailure | CallBlocked>,
  schema: T,
  now: number,
): Result<z.output<T>, AppError> {
  if (!result.ok) {
    return err(result.error.kind === 'blocked' ? result.error.error : toAppError(result.error, now));
  }
  const body = schema.safeParse(result.value);
  return body.success ? ok(body.data) : err(unreadable);
}

function toSent<T extends z.ZodType>(
  result: Result<unknown, XFailure | CallBlocked>,
  schema: T,
  channel: 'public' | 'dm',
  now: number,
): Result<z.output<T>, SendFailure> {
  if (!result.ok) {
    return result.error.kind === 'blocked'
      ? err({ outcome: 'notSent', error: result.error.error })
      : err(toSendFailure(result.error, channel, now));
  }
  const body = schema.safeParse(result.value);
  return body.success ? ok(body.data) : err({ outcome: 'unknown', error: unreadable });
}

function toDms(page: Result<z.output<typeof PageBody>, AppError>, { ownId }: XClientOptions) {
  if (!page.ok) return page;
  const own = ownId();
  return own === null ? err<AppError>({ code: 'notConnected' }) : ok(toDmPage(page.value, own));
}
