import type { z } from 'zod';
import { err, ok, type Result } from '#shared/result.ts';
import { invalidBody } from './problems.ts';
import { type ApiRequest, readJson } from './request.ts';
import type { Answer } from './response.ts';

/** The body as `schema` wants it, or X's 400 that names the first field that is wrong. */
export function readBody<T extends z.ZodType>(request: ApiRequest, schema: T): Result<z.output<T>, Answer> {
  const read = readJson(request);
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.value);
  return parsed.success ? ok(parsed.data) : err(invalidBody(toComplaint(parsed.error)));
}

/** One sentence, as X's schema check has it. */
function toComplaint(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'The request body is not valid.';
  return `$.${issue.path.join('.')}: ${issue.message}`;
}
