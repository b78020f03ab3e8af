import { useEffect, useRef, useState } from 'react';
import type { ShellInput } from '#shared/contract/shell.ts';
import type { AppError } from '#shared/errors.ts';
import { useShell } from '../../shell/ShellProvider.tsx';
import { getLoginConsent, type LoginConsent, setLoginConsent } from '../../state/loginConsent.ts';

type Attempt =
  | { readonly by: 'browser'; readonly input: ShellInput<'workspace.connectInBrowser'> }
  | { readonly by: 'token'; readonly input: ShellInput<'workspace.connectToken'> };

export interface Connect {
  /** The kind of login that is under way. */
  readonly busyBy: Attempt['by'] | null;
  readonly failure: AppError | null;
  /** True while the user must decide whether the login may be stored without encryption. */
  readonly needsConsent: boolean;
  start(attempt: Attempt): void;
  cancel(): void;
  /** Goes on with where the login is kept. */
  choose(consent: LoginConsent): void;
  refuse(): void;
}

/**
 * Connects an account, one attempt at a time, and cancels it when the form goes away. Asks once before a login is stored
 * without a password store. `onDone` is called after a success.
 */
export function useConnect(onDone: () => void = () => {}): Connect {
  const shell = useShell();
  const [busyBy, setBusyBy] = useState<Attempt['by'] | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [unconfirmed, setUnconfirmed] = useState<Attempt | null>(null);
  const isBusy = useRef(false);
  const cancel = () => void shell.call('workspace.cancelConnect', {});
  useCancelOnLeave(isBusy, cancel);

  const run = async (attempt: Attempt) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setUnconfirmed(null);
    setFailure(null);
    setBusyBy(attempt.by);
    const consent = getLoginConsent() ?? {};
    const result = await (attempt.by === 'browser'
      ? shell.call('workspace.connectInBrowser', { ...attempt.input, ...consent })
      : shell.call('workspace.connectToken', { ...attempt.input, ...consent }));
    isBusy.current = false;
    setBusyBy(null);
    const error = result.ok ? (result.value.error ?? null) : result.error;
    if (error?.code === 'plainTextConsentNeeded') setUnconfirmed(attempt);
    else if (error === null) onDone();
    else if (!isCancelled(error)) setFailure(error);
  };
  return {
    busyBy,
    failure,
    needsConsent: unconfirmed !== null,
    start: (attempt) => void run(attempt),
    cancel,
    choose: (consent) => {
      setLoginConsent(consent);
      if (unconfirmed) void run(unconfirmed);
    },
    refuse: () => setUnconfirmed(null),
  };
}

/** A form that is gone must not go on logging in. */
function useCancelOnLeave(isBusy: { readonly current: boolean }, cancel: () => void): void {
  const latest = useRef(cancel);
  latest.current = cancel;
  useEffect(
    () => () => {
      if (isBusy.current) latest.current();
    },
    [isBusy],
  );
}

/** True if the user cancelled the login; that is no error to show. */
function isCancelled(error: AppError): boolean {
  return error.code === 'loginFailed' && error.reason === 'cancelled';
}
