import type { Clock } from '#shared/clock.ts';
import type { AppError } from '#shared/errors.ts';
import type { Log } from '#shared/log.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { CallName, CallPurpose, FinishedCall, Spending } from '../calls.ts';
import { toNetworkPurpose } from '../networkPurpose.ts';
import { isUnclear, type XFailure } from './failures.ts';
import type { HttpTransport, XRequest, XResponse } from './httpTransport.ts';
import type { RateLimitGate } from './rateLimitGate.ts';
import { fitPage } from './requests.ts';

export interface CallOptions {
  readonly transport: HttpTransport;
  readonly clock: Clock;
  readonly log: Log;
  readonly gate: RateLimitGate;
  readonly spending: Spending;
  /** The token to use, or why there is none. */
  readonly token: () => Result<string, AppError>;
  /** Runs before every call but `getMe`; an error blocks the call. */
  readonly mayCall: () => Promise<Result<unknown, AppError>>;
  /** Called after a 401 with the token that X refused. Resolves ok if a new token is available (retry once), else the reason. */
  readonly onUnauthorised: (token: string) => Promise<Result<null, AppError>>;
}

/** Why a call was not made at all, or was refused for a limit whose end is known. */
export interface CallBlocked {
  readonly kind: 'blocked';
  readonly error: AppError;
}

/** Makes one call and returns the body of its response. */
export type Call = (
  name: CallName,
  purpose: CallPurpose,
  request: XRequest,
) => Promise<Result<unknown, XFailure | CallBlocked>>;

/** Calls to X within limits and budget, each of them recorded. A call is repeated only after a refused token, once. */
export function createCall(options: CallOptions): Call {
  return async (name, purpose, request) => {
    const allowed = name === 'getMe' ? ok(null) : await options.mayCall();
    if (!allowed.ok) return blocked(allowed.error);
    const first = options.token();
    if (!first.ok) return blocked(first.error);
    const result = await callOnce(options, name, purpose, request, first.value);
    if (result.ok || result.error.kind !== 'responded' || result.error.status !== 401) return result;
    const renewed = await options.onUnauthorised(first.value);
    const second = renewed.ok ? options.token() : renewed;
    if (second.ok) return await callOnce(options, name, purpose, request, second.value);
    return second.error.code === 'unauthorised' ? result : blocked(second.error);
  };
}

async function callOnce(
  { transport, clock, log, gate, spending }: CallOptions,
  name: CallName,
  purpose: CallPurpose,
  request: XRequest,
  token: string,
): Promise<Result<unknown, XFailure | CallBlocked>> {
  const error = spending.admit(purpose) ?? gate.admit(name, purpose);
  if (error) return blocked(error);
  const startedAt = clock.now();
  const fitting = fitPage(name, request, spending.mostItems(name, purpose));
  const result = await transport(fitting, token, toNetworkPurpose(name, purpose));
  // Successful reads happen every minute and would fill the log; a poll cycle logs what it brought.
  if (!result.ok || request.method !== 'GET') {
    const outcome = result.ok ? 'ok' : result.error.kind;
    log('x.called', { name, outcome, status: statusOf(result), tookMs: clock.now() - startedAt });
  }
  spending.record(toFinishedCall(name, purpose, request, result));
  const limited = gate.record(name, purpose, result);
  if (limited) return blocked(limited);
  return result.ok ? ok(result.value.body) : result;
}

const blocked = (error: AppError) => err<CallBlocked>({ kind: 'blocked', error });

const statusOf = (result: Result<XResponse, XFailure>): number | undefined =>
  !result.ok && result.error.kind === 'responded' ? result.error.status : undefined;

function toFinishedCall(
  name: CallName,
  purpose: CallPurpose,
  { body }: XRequest,
  result: Result<XResponse, XFailure>,
): FinishedCall {
  const isSend = name === 'createReply' || name === 'sendDm';
  const sentText = isSend ? String(body?.text ?? '') : null;
  const shared = { name, purpose, sentText };
  if (result.ok) return { ...shared, outcome: 'good', status: 200, body: result.value.body };
  return { ...shared, outcome: toOutcome(result.error), status: statusOf(result) ?? null, body: null };
}

function toOutcome(failure: XFailure): FinishedCall['outcome'] {
  if (failure.kind === 'unreachable') return 'refused';
  return failure.kind === 'responded' && !isUnclear(failure.status) ? 'refused' : 'unclear';
}
