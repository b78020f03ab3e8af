import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '#shared/result.ts';
import { invalidBody } from './problems.ts';
import type { Answer } from './response.ts';

/** One request, read completely. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** The named parts of the path. */
  readonly params: Readonly<Record<string, string>>;
}

const MOST_BODY_BYTES = 1_000_000;

/** Reads a request to its end; a body beyond 1 MB is cut off. */
export async function readRequest(incoming: IncomingMessage): Promise<ApiRequest> {
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= MOST_BODY_BYTES) chunks.push(chunk);
  }
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString('utf8'),
    params: {},
  };
}

/** The body as a JSON object, or X's 400. */
export function readJson(request: ApiRequest): Result<Record<string, unknown>, Answer> {
  try {
    const value: unknown = JSON.parse(request.body === '' ? '{}' : request.body);
    if (isRecord(value)) return ok(value);
  } catch {
    // Answered below: X gives the same 400 for cut and for wrong JSON.
  }
  return err(invalidBody('Request body is not a valid JSON object.'));
}

/** Whether `value` is an object with named fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A body in either encoding as names and values; what is not text is left out. */
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
