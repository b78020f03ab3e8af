import { z } from 'zod';
import type { AppError } from '#shared/errors.ts';
import type { SendFailure } from '../xClient.ts';
import { toResetAt } from './rateLimitHeaders.ts';

/**
 * How a call to X went wrong, free of any library. `unreachable`: no connection was made, so X cannot have seen the
 * request. `timedOut` and `broken`: it may have. `responded`: X responded with a status of 400 or above.
 */
export type XFailure =
  | { readonly kind: 'unreachable'; readonly timedOut: boolean }
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'broken'; readonly detail: string }
  | ErrorResponse;

/** A response with a status of 400 or above. */
export interface ErrorResponse {
  readonly kind: 'responded';
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

const maybe = <T extends z.ZodType>(type: T) => type.nullish().catch(null);

const ProblemBody = z.object({
  title: maybe(z.string()),
  detail: maybe(z.string()),
  type: maybe(z.string()),
  error: maybe(z.string()),
  error_description: maybe(z.string()),
  errors: maybe(z.array(z.object({ message: maybe(z.string()), code: maybe(z.number()) }).catch({}))),
});

/** What X says about an error; all empty if the body is HTML, truncated or missing. */
interface Problem {
  readonly title: string;
  /** X's own words, at most 300 characters. */
  readonly detail: string;
  /** The last part of the problem's address, such as `usage-capped`; the host before it has changed over the years. */
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
    // The library adds an `errors` to a body of the token endpoint, which says no more than its `error`.
    detail: (error_description ?? words ?? error ?? title ?? '').slice(0, 300),
    type: type?.split('/').at(-1) ?? '',
  };
}

/** Whether X says that the plan is used up. It comes as a 429 whose headers still show calls left. */
export function isOutOfCredits(body: unknown): boolean {
  const { type, title } = toProblem(body);
  return type === 'usage-capped' || /^(UsageCapExceeded|CreditsDepleted)$/i.test(title);
}

/** What a failed call means to a person; `now` in epoch ms decides whether the reset that X names lies ahead. */
export function toAppError(failure: XFailure, now: number): AppError {
  switch (failure.kind) {
    case 'unreachable':
      return failure.timedOut ? { code: 'timedOut' } : { code: 'offline' };
    case 'timedOut':
      return { code: 'timedOut' };
    case 'broken':
      return { code: 'xFailed', status: null, detail: failure.detail };
    case 'responded':
      return toResponseError(failure, now);
  }
}

function toResponseError({ status, body, headers }: ErrorResponse, now: number): AppError {
  const { detail } = toProblem(body);
  if (status === 402 || isOutOfCredits(body)) return { code: 'outOfCredits' };
  if (status === 401) return { code: 'unauthorised' };
  if (status === 429) return { code: 'rateLimited', resetAt: toResetAt(headers, now) };
  return isUnclear(status) ? { code: 'xFailed', status, detail } : { code: 'refusedByX', status, detail };
}

/** Whether X may have acted on a request although it responded with this status of 400 or above. */
export function isUnclear(status: number): boolean {
  return status >= 500 || status === 408;
}

/** What a failed send means: whether X may have it, and whether retrying is safe. */
export function toSendFailure(failure: XFailure, channel: 'public' | 'dm', now: number): SendFailure {
  const error = toAppError(failure, now);
  if (failure.kind === 'unreachable') return { outcome: 'notSent', error };
  if (failure.kind !== 'responded') return { outcome: 'unknown', error };
  const { status, body } = failure;
  if (isUnclear(status)) return { outcome: 'unknown', error };
  if (status === 429 || status === 401) return { outcome: 'notSent', error };
  const isForbidden = status === 403;
  return { outcome: 'refused', error: isForbidden ? toForbiddenError(body, channel, error) : error };
}

function toForbiddenError(body: unknown, channel: 'public' | 'dm', otherwise: AppError): AppError {
  const { detail } = toProblem(body);
  if (/duplicate content/i.test(detail)) return { code: 'duplicatePost' };
  if (channel === 'dm' && /\b(dm|message|messages|participants?)\b/i.test(detail)) {
    return { code: 'dmNotAllowed', detail };
  }
  if (channel === 'public' && /repl(y|ies|ying)/i.test(detail)) return { code: 'replyNotAllowed', detail };
  return otherwise;
}

/**
 * Whether the token lacks the permission for a call. X says no more than this to it; where it refuses what was asked for, it says
 * why.
 */
export function isOutOfScope(failure: XFailure): boolean {
  return (
    failure.kind === 'responded' && failure.status === 403 && toProblem(failure.body).detail === 'Forbidden'
  );
}
