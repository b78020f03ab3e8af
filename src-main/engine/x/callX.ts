import type { Clock } from '#shared/clock.ts';
import type { AppError } from '#shared/errors.ts';
import type { Log } from '#shared/log.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { CallName, CallPurpose } from './callPurpose.ts';
import { type FinishedCall, toFinishedCall } from './finishedCall.ts';
import { fitPage } from './fitPage.ts';
import type { Gate } from './gate.ts';
import type { Transport, XCall } from './transport.ts';
import type { XFailure } from './xFailure.ts';

/** The money side of calls. */
export interface Spending {
  /** Why there is no money for a call, or null. */
  admit(purpose: CallPurpose): AppError | null;
  /** How many items of a list the money still pays for. */
  mostItems(name: CallName, purpose: CallPurpose): number;
  /** Writes down a call that was made; never throws. */
  note(call: FinishedCall): void;
}

export interface CallOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly log: Log;
  readonly gate: Gate;
  readonly spending: Spending;
  /** The token to use, or why there is none. */
  readonly token: () => Result<string, AppError>;
  /** Asked before every call but `getMe`: an error here keeps the call from being made. */
  readonly mayCall: () => Promise<Result<unknown, AppError>>;
  /** X refused this token: good where there is another one now, so that one more call makes sense; else why there is none. */
  readonly onUnauthorised: (token: string) => Promise<Result<null, AppError>>;
}

/** Why a call was not made at all, or was refused for a limit whose end is known. */
export interface Hindrance {
  readonly kind: 'hindered';
  readonly error: AppError;
}

/** Makes one call and answers its body. */
export type Call = (
  name: CallName,
  purpose: CallPurpose,
  call: XCall,
) => Promise<Result<unknown, XFailure | Hindrance>>;

/** Calls to X within limits and budget, each of them written down; a second time only after a refused token. */
export function createCall(options: CallOptions): Call {
  return async (name, purpose, call) => {
    const allowed = name === 'getMe' ? ok(null) : await options.mayCall();
    if (!allowed.ok) return hindered(allowed.error);
    const first = options.token();
    if (!first.ok) return hindered(first.error);
    const answer = await callOnce(options, name, purpose, call, first.value);
    if (answer.ok || answer.error.kind !== 'answered' || answer.error.status !== 401) return answer;
    const renewed = await options.onUnauthorised(first.value);
    const second = renewed.ok ? options.token() : renewed;
    if (second.ok) return await callOnce(options, name, purpose, call, second.value);
    return second.error.code === 'unauthorised' ? answer : hindered(second.error);
  };
}

async function callOnce(
  { transport, clock, log, gate, spending }: CallOptions,
  name: CallName,
  purpose: CallPurpose,
  call: XCall,
  token: string,
): Promise<Result<unknown, XFailure | Hindrance>> {
  const hindrance = spending.admit(purpose) ?? gate.admit(name, purpose);
  if (hindrance) return hindered(hindrance);
  const startedAt = clock.now();
  const answer = await transport(fitPage(name, call, spending.mostItems(name, purpose)), token);
  const outcome = answer.ok ? 'ok' : answer.error.kind;
  const status = !answer.ok && answer.error.kind === 'answered' ? answer.error.status : undefined;
  // Reading comes round every minute and says nothing where it goes well; a round tells what it brought.
  if (!answer.ok || call.method === 'POST')
    log('x.called', { name, outcome, status, tookMs: clock.now() - startedAt });
  spending.note(toFinishedCall(name, purpose, call, answer));
  const limited = gate.note(name, purpose, answer);
  if (limited) return hindered(limited);
  return answer.ok ? ok(answer.value.body) : answer;
}

const hindered = (error: AppError) => err<Hindrance>({ kind: 'hindered', error });
