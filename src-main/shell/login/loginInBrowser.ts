import type { Clock } from '#shared/clock.ts';
import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineClient } from '#shared/rpc/client.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { parseUrl } from '../base/urls.ts';
import { cancelled, untilCancelled } from './cancellable.ts';
import { openLoopback } from './loopback.ts';

const TIMEOUT_MS = 5 * MINUTE_MS;

export interface BrowserLogin {
  readonly call: EngineClient['call'];
  readonly clientId: string;
  /** The ports to try for the redirect. */
  readonly ports: readonly number[];
  /** The HTML that the browser shows after the redirect. */
  readonly page: string;
  readonly openBrowser: (url: string) => Promise<void>;
  /** The address used instead of X; null for X itself. */
  readonly xUrl: string | null;
  readonly clock: Clock;
  /** Cancels the login. */
  readonly signal: AbortSignal;
}

/**
 * Logs in with the system browser and returns the account. Listens for the redirect for five minutes at most. The error
 * is one of the engine's, or `loginFailed` with the reason `portsTaken`, `wrongAddress`, `noBrowser`, `cancelled` or
 * `waitedTooLong`.
 */
export async function loginInBrowser(login: BrowserLogin): Promise<Result<Account, AppError>> {
  const loopback = await openLoopback(login.ports, login.page);
  if (!loopback) return failed('portsTaken');
  try {
    const begun = await login.call('account.beginLogin', {
      clientId: login.clientId,
      redirectUri: loopback.redirectUri,
    });
    if (!begun.ok) return begun;
    const state = toLoginState(begun.value.url, login.xUrl);
    if (!state) return failed('wrongAddress');
    if (login.signal.aborted) return cancelled;
    const redirect = loopback.waitFor(state);
    if (!(await open(login, begun.value.url))) return failed('noBrowser');
    const callbackUrl = await withTimeout(redirect, login);
    if (!callbackUrl.ok) return callbackUrl;
    const finished = await untilCancelled(login.call, login.signal, () =>
      login.call('account.finishLogin', { callbackUrl: callbackUrl.value }),
    );
    return finished.ok ? ok(finished.value.account) : finished;
  } finally {
    loopback.close();
  }
}

/** Whether a browser could be opened. */
function open({ openBrowser }: BrowserLogin, url: string): Promise<boolean> {
  return openBrowser(url).then(
    () => true,
    () => false,
  );
}

/** The `state` of an authorization URL; null if it has none, or if it is not a URL of X (or of `xUrl`, if given). */
export function toLoginState(address: string, xUrl: string | null): string | null {
  const url = parseUrl(address);
  const isAllowed = xUrl ? url?.origin === new URL(xUrl).origin : isX(url);
  return (isAllowed && url?.searchParams.get('state')) || null;
}

function isX(url: URL | null): boolean {
  return url?.origin === 'https://x.com' || url?.origin === 'https://twitter.com';
}

function withTimeout(
  redirect: Promise<string>,
  { clock, signal }: BrowserLogin,
): Promise<Result<string, AppError>> {
  return new Promise((resolve) => {
    const cancelTimer = clock.after(TIMEOUT_MS, () => resolve(failed('waitedTooLong')));
    const end = (result: Result<string, AppError>) => {
      cancelTimer();
      resolve(result);
    };
    if (signal.aborted) end(cancelled);
    signal.addEventListener('abort', () => end(cancelled), { once: true });
    void redirect.then((url) => end(ok(url)));
  });
}

function failed(reason: string): Result<never, AppError> {
  return err({ code: 'loginFailed', reason });
}
