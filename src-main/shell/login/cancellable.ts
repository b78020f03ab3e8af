import type { AppError } from '#shared/errors.ts';
import { err, type Result } from '#shared/result.ts';
import type { EngineClient } from '#shared/rpc/client.ts';

/** The failure of a login that was cancelled. */
export const cancelled = err<AppError>({ code: 'loginFailed', reason: 'cancelled' });

/**
 * Runs the last step of a login, which waits for X, until `signal` aborts: then it fails at once with `cancelled`, and the
 * engine drops what X still responds.
 */
export function untilCancelled<T>(
  call: EngineClient['call'],
  signal: AbortSignal,
  step: () => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  if (signal.aborted) return Promise.resolve(cancelled);
  const aborted = new Promise<typeof cancelled>((resolve) => {
    const cancel = () => {
      void call('account.cancelLogin', {});
      resolve(cancelled);
    };
    signal.addEventListener('abort', cancel, { once: true });
  });
  return Promise.race([step(), aborted]);
}
