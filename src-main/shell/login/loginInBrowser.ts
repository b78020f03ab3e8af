import type { Clock } from '#shared/clock.ts';
import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineClient } from '#shared/rpc/client.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { parseUrl } from '../base/urls.ts';
import { openLoopback } from './loopback.ts';

const PATIENCE_MS = 5 * MINUTE_MS;

export interface BrowserLogin {
  readonly call: EngineClient['call'];
  readonly clientId: string;
  readonly ports: readonly number[];
  /** The HTML that ends the login in the browser. */
  readonly page: string;
  readonly openBrowser: (url: string) => Promise<void>;
  /** Stands in for X; null for X itself. */
  readonly xUrl: string | null;
  readonly clock: Clock;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
}

/**
 * Logs in through the system's browser and answers the account. The door on this machine is open for at most five
 * minutes. Failures of its own are `loginFailed` with `portsTaken`, `wrongAddress`, `noBrowser`, `cancelled` or
 * `waitedTooLong`.
 */
export async function loginInBrowser(login: BrowserLogin): Promise<Result<Account, AppError>> {
  const door = await openLoopback(login.ports, login.page);
  if (!door) return failed('portsTaken');
  try {
    const begun = await login.call('account.beginLogin', {
      clientId: login.clientId,
      redirectUri: door.redirectUri,
    });
    if (!begun.ok) return begun;
    const state = toLoginState(begun.value.url, login.xUrl);
    if (!state) return failed('wrongAddress');
    if (login.signal.aborted) return failed('cancelled');
    const arriving = door.waitFor(state);
    if (!(await opens(login, begun.value.url))) return failed('noBrowser');
    const callbackUrl = await within(arriving, login);
    if (!callbackUrl.ok) return callbackUrl;
    const finished = await login.call('account.finishLogin', { callbackUrl: callbackUrl.value });
    return finished.ok ? ok(finished.value.account) : finished;
  } finally {
    door.close();
  }
}

function opens({ openBrowser }: BrowserLogin, url: string): Promise<boolean> {
  return openBrowser(url).then(
    () => true,
    () => false,
  );
}

/** The state that a login's address carries; null where the address leads anywhere but to X or its stand-in. */
export function toLoginState(address: string, xUrl: string | null): string | null {
  const url = parseUrl(address);
  const allowed = xUrl ? url?.origin === new URL(xUrl).origin : isX(url);
  return (allowed && url?.searchParams.get('state')) || null;
}

function isX(url: URL | null): boolean {
  return url?.origin === 'https://x.com' || url?.origin === 'https://twitter.com';
}

function within(
  arriving: Promise<string>,
  { clock, signal }: BrowserLogin,
): Promise<Result<string, AppError>> {
  return new Promise((resolve) => {
    const cancelTimer = clock.after(PATIENCE_MS, () => resolve(failed('waitedTooLong')));
    const end = (result: Result<string, AppError>) => {
      cancelTimer();
      resolve(result);
    };
    if (signal.aborted) end(failed('cancelled'));
    signal.addEventListener('abort', () => end(failed('cancelled')), { once: true });
    void arriving.then((url) => end(ok(url)));
  });
}

function failed(reason: string): Result<never, AppError> {
  return err({ code: 'loginFailed', reason });
}
