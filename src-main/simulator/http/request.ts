import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { err, ok, type Result } from '#shared/result.ts';
import { invalidBody } from './problems.ts';
import type { HttpResponse } from './response.ts';

/** A request, read to its end. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** The same body as it came. */
  readonly bytes: Buffer;
  /** The values of the path's placeholders, such as `id` of `/2/users/:id`. */
  readonly params: Readonly<Record<string, string>>;
}

// A segment of an upload has up to 5 MB, a third more in JSON.
const MAX_BODY_BYTES = 8_000_000;

/** Reads a request to its end; a body beyond 8 MB is truncated. */
export async function readRequest(incoming: IncomingMessage): Promise<ApiRequest> {
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: bytes.toString('utf8'),
    bytes,
    params: {},
  };
}

/** The body as a JSON object (an empty body counts as `{}`), or X's 400. */
export function readJson(request: ApiRequest): Result<Record<string, unknown>, HttpResponse> {
  try {
    const value: unknown = JSON.parse(request.body === '' ? '{}' : request.body);
    if (isRecord(value)) return ok(value);
  } catch {
    // X gives the same 400 for malformed JSON as for JSON of the wrong type.
  }
  return err(invalidBody('Request body is not a valid JSON object.'));
}

/** The body validated with `schema`, or X's 400 naming the first invalid field. */
export function readBody<T extends z.ZodType>(
  request: ApiRequest,
  schema: T,
): Result<z.output<T>, HttpResponse> {
  const read = readJson(request);
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.value);
  return parsed.success ? ok(parsed.data) : err(invalidBody(toErrorMessage(parsed.error)));
}

/** The fields of a body in form or JSON encoding; JSON values other than strings are ignored. */
export function readForm(request: ApiRequest): URLSearchParams {
  const type = String(request.headers['content-type'] ?? '');
  if (!type.includes('json')) return new URLSearchParams(request.body);
  const parsed = readJson(request);
  const form = new URLSearchParams();
  if (!parsed.ok) return form;
  for (const [name, value] of Object.entries(parsed.value)) {
    if (typeof value === 'string') form.set(name, value);
  }
  return form;
}

/** Whether `value` is an object with named fields, not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One sentence in the form that X's schema validation uses. */
function toErrorMessage(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'The request body is not valid.';
  return `$.${issue.path.join('.')}: ${issue.message}`;
}
