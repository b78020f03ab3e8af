import { z } from 'zod';

const maybe = <T extends z.ZodType>(type: T) => type.nullish().catch(null);

const ProblemBody = z.object({
  title: maybe(z.string()),
  detail: maybe(z.string()),
  type: maybe(z.string()),
  error: maybe(z.string()),
  error_description: maybe(z.string()),
  errors: maybe(z.array(z.object({ message: maybe(z.string()), code: maybe(z.number()) }).catch({}))),
});

/** What X says about a refusal; empty where the body is HTML, cut off or nothing. */
export interface Problem {
  readonly title: string;
  /** X's own words, at most 300 characters. */
  readonly detail: string;
  /** The end of the problem's address, such as `usage-capped`; its host has changed before. */
  readonly type: string;
}

/** Reads a body of problem+json, of the older `errors[]` shape, or of the token endpoint. */
export function toProblem(body: unknown): Problem {
  const read = ProblemBody.safeParse(body);
  if (!read.success) return { title: '', detail: '', type: '' };
  const { title, detail, type, error, error_description, errors } = read.data;
  const first = errors?.find((one) => one.message)?.message;
  // X explains an invalid request only in `errors`; its detail is the same for all of them.
  const words = type?.endsWith('invalid-request') ? (first ?? detail) : (detail ?? first);
  return {
    title: title ?? '',
    detail: (words ?? error_description ?? error ?? title ?? '').slice(0, 300),
    type: type?.split('/').at(-1) ?? '',
  };
}
