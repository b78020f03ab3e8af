import type { z } from 'zod';
import type { Clock } from '../../../shared/clock.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Log } from '../log.ts';
import { CreatedPostBody, PageBody, SentDmBody, UserBody } from './bodies.ts';
import { createGate } from './gate.ts';
import { dmQuery, paths, postQuery, toReplyBody, userQuery } from './requestNames.ts';
import { toAppError } from './toAppError.ts';
import { toUser } from './toDomain.ts';
import { toDmPage, toPostPage, toUsers } from './toPage.ts';
import { toSendFailure } from './toSendFailure.ts';
import type { Transport, XCall } from './transport.ts';
import type { SendFailure, XClient } from './xClient.ts';
import type { XFailure } from './xFailure.ts';

export interface XClientOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly log: Log;
  /** The token to use, or why there is none. */
  readonly token: () => Result<string, AppError>;
  /** Asked before every call but `getMe`: an error here keeps the call from being made. */
  readonly mayCall: () => Promise<Result<unknown, AppError>>;
  /** X refused this token: answers whether there is another one now, so that one more call makes sense. */
  readonly onUnauthorised: (token: string) => Promise<boolean>;
  /** The id of the account; direct messages cannot be read without it. */
  readonly ownId: () => string | null;
}

/** Why a call was not made at all. */
interface Hindrance {
  readonly kind: 'hindered';
  readonly error: AppError;
}

type Call = (name: string, call: XCall) => Promise<Result<unknown, XFailure | Hindrance>>;

/** The client of X: never throws, asks again only after a refused token, and keeps still until a limit has passed. */
export function createXClient(options: XClientOptions): XClient {
  const call = toCall(options);
  const now = () => options.clock.now();
  const read = async <T extends z.ZodType>(name: string, path: string, query: XCall['query'], schema: T) => {
    const answer = await call(name, { method: 'GET', path, query: query ?? {} });
    return toRead(answer, schema, now());
  };
  return {
    getMe: async () => {
      const page = await read('getMe', paths.me, userQuery, PageBody);
      if (!page.ok) return page;
      const user = UserBody.safeParse(page.value.data);
      return user.success ? ok(toUser(user.data)) : err(unreadable);
    },
    getUsers: async (ids) => {
      const page = await read('getUsers', paths.users, { ...userQuery, ids: ids.join(',') }, PageBody);
      return page.ok ? ok(toUsers(page.value)) : page;
    },
    listMentions: async ({ userId, maxResults, sinceId, token }) => {
      const query = { ...postQuery, max_results: maxResults, ...only('since_id', sinceId), ...next(token) };
      const page = await read('listMentions', paths.mentions(userId), query, PageBody);
      return page.ok ? ok(toPostPage(page.value)) : page;
    },
    listOwnPosts: async (userId, maxResults) => {
      const query = { ...postQuery, max_results: maxResults };
      const page = await read('listOwnPosts', paths.ownPosts(userId), query, PageBody);
      return page.ok ? ok(toPostPage(page.value)) : page;
    },
    listDms: async ({ maxResults, token }) => {
      const query = { ...dmQuery, max_results: maxResults, ...next(token) };
      return toDms(await read('listDms', paths.dms, query, PageBody), options);
    },
    listDmsWith: async (participantId, maxResults) => {
      const query = { ...dmQuery, max_results: maxResults };
      return toDms(await read('listDmsWith', paths.dmsWith(participantId), query, PageBody), options);
    },
    createReply: async (post) => {
      const answer = await call('createReply', {
        method: 'POST',
        path: paths.createPost,
        body: toReplyBody(post),
      });
      const sent = toSent(answer, CreatedPostBody, 'public', now());
      return sent.ok ? ok({ id: sent.value.data.id }) : sent;
    },
    sendDm: async ({ text, participantId }) => {
      const answer = await call('sendDm', {
        method: 'POST',
        path: paths.sendDm(participantId),
        body: { text },
      });
      const sent = toSent(answer, SentDmBody, 'dm', now());
      return sent.ok ? ok({ id: sent.value.data.dm_event_id }) : sent;
    },
  };
}

const unreadable: AppError = { code: 'xFailed', status: 200, detail: 'the answer could not be read' };

const only = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value });
const next = (token: string | undefined) => only('pagination_token', token);

function toCall({ transport, clock, log, token, mayCall, onUnauthorised }: XClientOptions): Call {
  const gate = createGate(clock);
  const once = async (name: string, call: XCall, accessToken: string) => {
    const startedAt = clock.now();
    const answer = await transport(call, accessToken);
    const outcome = answer.ok ? 'ok' : answer.error.kind;
    const status = !answer.ok && answer.error.kind === 'answered' ? answer.error.status : undefined;
    // Reading comes round every minute and says nothing where it goes well; a round tells what it brought.
    if (!answer.ok || call.method === 'POST')
      log('x.called', { name, outcome, status, tookMs: clock.now() - startedAt });
    if (!answer.ok) gate.note(name, answer.error);
    return answer;
  };
  return async (name, call) => {
    const allowed = name === 'getMe' ? ok(null) : await mayCall();
    if (!allowed.ok) return err({ kind: 'hindered', error: allowed.error });
    const closed = gate.check(name);
    if (closed) return err(closed);
    const first = token();
    if (!first.ok) return err({ kind: 'hindered', error: first.error });
    const answer = await once(name, call, first.value);
    if (answer.ok || answer.error.kind !== 'answered' || answer.error.status !== 401) return answer;
    const second = (await onUnauthorised(first.value)) ? token() : null;
    return second?.ok ? await once(name, call, second.value) : answer;
  };
}

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
