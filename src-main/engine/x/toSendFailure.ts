import type { AppError } from '#shared/errors.ts';
import { toProblem } from './problem.ts';
import { toAppError } from './toAppError.ts';
import type { SendFailure } from './xClient.ts';
import type { XFailure } from './xFailure.ts';

/** What a failed send means: whether X can have it, and whether trying again is safe. */
export function toSendFailure(failure: XFailure, channel: 'public' | 'dm', now: number): SendFailure {
  const error = toAppError(failure, now);
  if (failure.kind === 'unreachable') return { outcome: 'notSent', error };
  if (failure.kind !== 'answered') return { outcome: 'unknown', error };
  const { status } = failure;
  if (status >= 500 || status === 408) return { outcome: 'unknown', error };
  if (status === 429 || status === 401) return { outcome: 'notSent', error };
  return {
    outcome: 'refused',
    error: status === 403 ? toForbiddenError(toProblem(failure.body).detail, channel, error) : error,
  };
}

function toForbiddenError(detail: string, channel: 'public' | 'dm', otherwise: AppError): AppError {
  if (/duplicate content/i.test(detail)) return { code: 'duplicatePost' };
  if (channel === 'dm' && /\b(dm|message|messages|participants?)\b/i.test(detail)) {
    return { code: 'dmNotAllowed', detail };
  }
  if (channel === 'public' && /repl(y|ies|ying)/i.test(detail)) return { code: 'replyNotAllowed', detail };
  return otherwise;
}
