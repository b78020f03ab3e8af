import { z } from 'zod';
import type { ErrorResponse } from './failures.ts';

/** What one error of a 400 says about a request: which names it refuses, and which it allows if X lists them. */
export interface Refusal {
  readonly message: string;
  /** The parameters that the error names. */
  readonly parameters: readonly string[];
  /** A parameter, or values of one. */
  readonly given: readonly string[];
  readonly allowed: readonly string[] | null;
}

const RefusedBody = z.object({
  errors: z.array(
    z.object({
      message: z.string().catch(''),
      parameters: z.record(z.string(), z.unknown()).catch({}),
    }),
  ),
});

/** The refusals of a 400; empty for any other response. */
export function toRefusals({ status, body }: ErrorResponse): Refusal[] {
  const read = RefusedBody.safeParse(body);
  if (status !== 400 || !read.success) return [];
  return read.data.errors.map(({ message, parameters }) => {
    const [, given = '', allowed] = /\[([^\]]*)\](?: is not one of \[([^\]]*)\])?/.exec(message) ?? [];
    return {
      message,
      parameters: Object.keys(parameters),
      given: toFields(given),
      allowed: allowed === undefined ? null : toFields(allowed),
    };
  });
}

/** The fields of a comma-separated list. */
export const toFields = (list: string | number | undefined): string[] =>
  String(list ?? '')
    .split(',')
    .map((field) => field.trim());
