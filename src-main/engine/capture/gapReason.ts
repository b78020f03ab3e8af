import type { GapReason } from '#shared/domain/capture.ts';
import type { AppError } from '#shared/errors.ts';

/** Why a failure left a gap. */
export function toGapReason(error: AppError): GapReason {
  switch (error.code) {
    case 'rateLimited':
      return 'rateLimited';
    case 'budgetSpent':
      return 'budget';
    case 'unauthorised':
    case 'refusedByX':
    case 'outOfCredits':
    case 'notConnected':
      return 'refused';
    default:
      return 'interrupted';
  }
}

/** The reason of a gap that another reason adds to: being away explains it better than what went wrong on coming back. */
export function mergeReasons(known: GapReason | undefined, reason: GapReason): GapReason {
  return known === 'away' ? known : reason;
}
