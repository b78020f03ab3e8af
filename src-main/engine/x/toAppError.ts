import type { AppError } from '#shared/errors.ts';
import { type Problem, toProblem } from './problem.ts';
import { toResetAt } from './rateLimit.ts';
import type { XFailure } from './xFailure.ts';

/** What a failed call means to a person; `now` tells whether a stated reset still lies ahead. */
export function toAppError(failure: XFailure, now: number): AppError {
  switch (failure.kind) {
    case 'unreachable':
      return failure.timedOut ? { code: 'timedOut' } : { code: 'offline' };
    case 'timedOut':
      return { code: 'timedOut' };
    case 'broken':
      return { code: 'xFailed', status: null, detail: failure.detail };
    case 'answered':
      return toAnsweredError(failure, now);
  }
}

function toAnsweredError(failure: XFailure & { readonly kind: 'answered' }, now: number): AppError {
  const problem = toProblem(failure.body);
  const { status } = failure;
  if (status === 402 || isOutOfCredits(problem)) return { code: 'outOfCredits' };
  if (status === 401) return { code: 'unauthorised' };
  if (status === 429) return { code: 'rateLimited', resetAt: toResetAt(failure.headers, now) };
  if (status >= 500 || status === 408) return { code: 'xFailed', status, detail: problem.detail };
  return { code: 'refusedByX', status, detail: problem.detail };
}

/** Whether X says that the plan is used up; that comes as 429 with headers that still show calls left. */
export function isOutOfCredits(problem: Problem): boolean {
  return problem.type === 'usage-capped' || /^(UsageCapExceeded|CreditsDepleted)$/i.test(problem.title);
}
