import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import type { ITwitterApiClientPlugin, TwitterApi } from 'twitter-api-v2';
import type { NetworkPurpose, RecordRequest } from '#shared/domain/networkContact.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { XFailure } from './failures.ts';

/** One request; the path is relative to `/2/`, or absolute with a leading slash. */
export interface XRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** The fields of a form, in place of a body of JSON. */
  readonly form?: Readonly<Record<string, string | Buffer>>;
  /** Whether the response is a file; its body is then a Buffer. */
  readonly isBinary?: true;
}

export interface HttpTransportOptions {
  /** Where X is, without a trailing slash. */
  readonly baseUrl: string;
  readonly timeoutMs: number;
  /** Aborts requests that only read. */
  readonly reading: AbortSignal;
  /** Aborts requests that change something on X. */
  readonly sending: AbortSignal;
  /** Called with every request, for whatever purpose; the only way to X is through here. */
  readonly record: RecordRequest;
}

/** A response with a status below 400: its parsed body, and the headers in which X reports its limits. */
export interface XResponse {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Sends one request with an access token, null for none, and has it recorded. Never throws, never retries. */
export type HttpTransport = (
  request: XRequest,
  token: string | null,
  purpose: NetworkPurpose,
) => Promise<Result<XResponse, XFailure>>;

/** How long a call to X may take: X responds within seconds, over a slow line within half a minute. */
export const X_TIMEOUT_MS = 30_000;

/** The longest response that is read. The largest page of X, 100 long posts with everything they refer to, is below 2 MB. */
const MAX_RESPONSE_BYTES = 16 * 1024 * 1024;

type Library = typeof import('twitter-api-v2');

/** Loads twitter-api-v2 at the first call, so that an engine that only serves its store starts without it. */
export function loadLibrary(): Promise<Pick<Library, 'TwitterApi'> & Errors> {
  return import('twitter-api-v2');
}

type Errors = Pick<Library, 'ApiResponseError' | 'ApiPartialResponseError'>;

/** What is observed while a request runs; the library's errors do not say it. */
interface Progress {
  connected: boolean;
  receivedBytes: number;
  /** Whether the response was cut off because it was too long. */
  tooLong: boolean;
  /** The library takes a file that breaks off for a complete one. */
  brokeOff: boolean;
}

/** A transport over twitter-api-v2, with another base URL and a time limit for every request. */
export function createHttpTransport(options: HttpTransportOptions): HttpTransport {
  const request = createRequest(options);
  const host = new URL(options.baseUrl).hostname;
  return async (wanted, token, purpose) => {
    const progress: Progress = { connected: false, receivedBytes: 0, tooLong: false, brokeOff: false };
    const result = await request(wanted, token, progress);
    options.record({ host, purpose, isFailed: !result.ok, receivedBytes: progress.receivedBytes });
    return result;
  };
}

function createRequest(options: HttpTransportOptions) {
  let agent: https.Agent | undefined;
  return async (
    request: XRequest,
    token: string | null,
    progress: Progress,
  ): Promise<Result<XResponse, XFailure>> => {
    const library = await loadLibrary();
    agent ??= createAgent(options);
    const deadline = AbortSignal.timeout(options.timeoutMs);
    // A compressed body that breaks off would never end in this library.
    const settings = {
      plugins: [createPlugin(options, progress, deadline)],
      httpAgent: agent,
      compression: false,
    };
    const { TwitterApi } = library;
    const client = token === null ? new TwitterApi(undefined, settings) : new TwitterApi(token, settings);
    try {
      const response = await send(client, request);
      return progress.brokeOff ? err({ kind: 'broken', detail: 'the response broke off' }) : ok(response);
    } catch (error) {
      return err(toXFailure(library, error, progress, deadline.aborted));
    }
  };
}

// Each request has its own connection: on a kept-alive one that X has just closed nobody could say whether a reply has
// arrived, and the library leaves listeners on a socket that it reuses.
function createAgent({ baseUrl }: HttpTransportOptions): https.Agent {
  // The library's type wants an agent of https, but any agent works.
  return baseUrl.startsWith('http:') ? (new http.Agent() as https.Agent) : new https.Agent();
}

async function send(client: TwitterApi, request: XRequest): Promise<XResponse> {
  const { path } = request;
  const url = path.startsWith('/') ? `https://api.x.com${path}` : `https://api.x.com/2/${path}`;
  const parsing = request.isBinary ? ({ forceParseMode: 'buffer' } as const) : {};
  const options = { fullResponse: true, ...parsing } as const;
  const { data: body, headers } = await callBy(request.method);
  return { body, headers };

  function callBy(method: XRequest['method']) {
    switch (method) {
      case 'GET':
        return client.get(url, { ...request.query }, options);
      case 'POST':
        return request.form
          ? client.post(url, { ...request.form }, { ...options, forceBodyMode: 'form-data' })
          : client.post(url, { ...request.body }, options);
      case 'PUT':
        return client.put(url, { ...request.body }, options);
      case 'DELETE':
        return client.delete(url, { ...request.query }, options);
    }
  }
}

function createPlugin(
  options: HttpTransportOptions,
  progress: Progress,
  deadline: AbortSignal,
): ITwitterApiClientPlugin {
  return {
    onBeforeRequestConfig: ({ params }) => {
      params.url = params.url.replace('https://api.x.com', () => options.baseUrl);
      params.requestEventDebugHandler = (event, data) => {
        if (event === 'socket') watch(data as { socket: Socket }, progress);
        if (event === 'response-aborted') progress.brokeOff = true;
        if (event === 'response') limitLength(data as { res: http.IncomingMessage }, progress);
      };
    },
    onBeforeRequest: ({ requestOptions }) => {
      const stop = requestOptions.method === 'GET' ? options.reading : options.sending;
      requestOptions.signal = AbortSignal.any([deadline, stop]);
    },
  };
}

// With TLS nothing of the request leaves before the handshake is complete.
function watch({ socket }: { readonly socket: Socket }, progress: Progress): void {
  const event = 'encrypted' in socket ? 'secureConnect' : 'connect';
  socket.once(event, () => {
    progress.connected = true;
  });
}

function limitLength({ res }: { readonly res: http.IncomingMessage }, progress: Progress): void {
  res.on('data', (chunk: Buffer) => {
    progress.receivedBytes += chunk.length;
    if (progress.receivedBytes <= MAX_RESPONSE_BYTES) return;
    progress.tooLong = true;
    res.destroy();
  });
}

// The library leaves the error that comes in place of a file as bytes.
function toErrorBody(data: unknown): unknown {
  if (!Buffer.isBuffer(data)) return data;
  const text = data.toString();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function toXFailure(
  { ApiResponseError, ApiPartialResponseError }: Errors,
  error: unknown,
  progress: Progress,
  isLate: boolean,
): XFailure {
  if (error instanceof ApiResponseError) {
    return { kind: 'responded', status: error.code, body: toErrorBody(error.data), headers: error.headers };
  }
  if (!progress.connected) return { kind: 'unreachable', timedOut: isLate };
  if (isLate) return { kind: 'timedOut' };
  if (progress.tooLong) {
    return { kind: 'broken', detail: `the response was longer than ${MAX_RESPONSE_BYTES / 1024 / 1024} MB` };
  }
  const isPartial = error instanceof ApiPartialResponseError;
  return { kind: 'broken', detail: isPartial ? 'the response broke off' : 'the connection broke' };
}
