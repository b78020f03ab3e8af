import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import type { ITwitterApiClientPlugin, TwitterApi } from 'twitter-api-v2';
import { err, ok, type Result } from '#shared/result.ts';
import { type Library, loadLibrary } from './library.ts';
import type { XFailure } from './xFailure.ts';

/** One call; the path is relative to `/2/`, or absolute with a leading slash. */
export interface XCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface TransportOptions {
  /** Where X is, without a trailing slash. */
  readonly baseUrl: string;
  readonly timeoutMs: number;
  /** Breaks off the calls that only read. */
  readonly reading: AbortSignal;
  /** Breaks off the calls that change something on X. */
  readonly sending: AbortSignal;
}

/** A good answer of X: its parsed body, and the headers by which X tells of its limits. */
export interface XAnswer {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Sends one call with an access token (null for none) and answers what X says; never throws, never tries twice. */
export type Transport = (call: XCall, token: string | null) => Promise<Result<XAnswer, XFailure>>;

/** What is noticed while a request runs; the library's errors do not tell it. */
interface Course {
  connected: boolean;
}

/** A transport over twitter-api-v2 with another base URL and a limit on the time of every call. */
export function createTransport(options: TransportOptions): Transport {
  const agent = toAgent(options);
  return async (call, token) => {
    const course: Course = { connected: false };
    const library = await loadLibrary();
    const deadline = AbortSignal.timeout(options.timeoutMs);
    const client = toClient(library, agent, token, toPlugin(options, course, deadline));
    try {
      return ok(await send(client, call));
    } catch (error) {
      return err(toXFailure(library, error, course, deadline.aborted));
    }
  };
}

function toClient(
  { TwitterApi }: Library,
  httpAgent: https.Agent,
  token: string | null,
  plugin: ITwitterApiClientPlugin,
) {
  // A compressed body that breaks off would never end in this library.
  const settings = { plugins: [plugin], httpAgent, compression: false };
  return token === null ? new TwitterApi(undefined, settings) : new TwitterApi(token, settings);
}

// Each call has a connection of its own: on one that X has closed meanwhile nobody could say whether an answer has arrived,
// and the library leaves listeners on one that is used again.
function toAgent({ baseUrl }: TransportOptions): https.Agent {
  // The library's type asks for an agent of https, but any agent works.
  return baseUrl.startsWith('http:') ? (new http.Agent() as https.Agent) : new https.Agent();
}

async function send(client: TwitterApi, call: XCall): Promise<XAnswer> {
  const url = call.path.startsWith('/')
    ? `https://api.x.com${call.path}`
    : `https://api.x.com/2/${call.path}`;
  const whole = { fullResponse: true } as const;
  const { data: body, headers } =
    call.method === 'GET'
      ? await client.get(url, { ...call.query }, whole)
      : await client.post(url, { ...call.body }, whole);
  return { body, headers };
}

function toPlugin(options: TransportOptions, course: Course, deadline: AbortSignal): ITwitterApiClientPlugin {
  return {
    onBeforeRequestConfig: ({ params }) => {
      params.url = params.url.replace('https://api.x.com', options.baseUrl);
      params.requestEventDebugHandler = (happening, data) => {
        if (happening === 'socket') watch(data as { socket: Socket }, course);
      };
    },
    onBeforeRequest: ({ requestOptions }) => {
      const stop = requestOptions.method === 'GET' ? options.reading : options.sending;
      requestOptions.signal = AbortSignal.any([deadline, stop]);
    },
  };
}

// With TLS nothing of the request leaves before the handshake is done.
function watch({ socket }: { readonly socket: Socket }, course: Course): void {
  const event = 'encrypted' in socket ? 'secureConnect' : 'connect';
  socket.once(event, () => {
    course.connected = true;
  });
}

function toXFailure(
  { ApiResponseError, ApiPartialResponseError }: Library,
  error: unknown,
  course: Course,
  late: boolean,
): XFailure {
  if (error instanceof ApiResponseError) {
    return { kind: 'answered', status: error.code, body: error.data, headers: error.headers };
  }
  if (!course.connected) return { kind: 'unreachable', timedOut: late };
  if (late) return { kind: 'timedOut' };
  if (error instanceof ApiPartialResponseError) return { kind: 'broken', detail: 'the answer broke off' };
  return { kind: 'broken', detail: 'the connection broke' };
}
