import type { Result } from '#shared/result.ts';
import type { CallName, CallPurpose } from './callPurpose.ts';
import type { XAnswer, XCall } from './transport.ts';
import type { XFailure } from './xFailure.ts';

/** A call to X that has ended, as far as limits and costs depend on it. */
export interface FinishedCall {
  readonly name: CallName;
  readonly purpose: CallPurpose;
  /** `unclear`: nobody knows whether X has acted on it. */
  readonly outcome: 'good' | 'refused' | 'unclear';
  /** Null where no answer came. */
  readonly status: number | null;
  /** What a good answer said. */
  readonly body: unknown;
  /** The text that was sent; null for a call that only reads. */
  readonly sentText: string | null;
}

/** Sums up how a call went. */
export function toFinishedCall(
  name: CallName,
  purpose: CallPurpose,
  { body }: XCall,
  answer: Result<XAnswer, XFailure>,
): FinishedCall {
  const sentText = typeof body?.text === 'string' ? body.text : null;
  const shared = { name, purpose, sentText };
  if (answer.ok) return { ...shared, outcome: 'good', status: 200, body: answer.value.body };
  const { error } = answer;
  const status = error.kind === 'answered' ? error.status : null;
  return { ...shared, outcome: toOutcome(error), status, body: null };
}

function toOutcome(failure: XFailure): 'refused' | 'unclear' {
  if (failure.kind === 'unreachable') return 'refused';
  if (failure.kind !== 'answered') return 'unclear';
  return failure.status >= 500 || failure.status === 408 ? 'unclear' : 'refused';
}
