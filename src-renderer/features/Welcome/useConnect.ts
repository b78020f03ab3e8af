import { useState } from 'react';
import type { ShellInput } from '#shared/contract/shell.ts';
import type { AppError } from '#shared/errors.ts';
import { useShell } from '../../shell/ShellProvider.tsx';

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
  /** Stores the login without encryption. */
  agree(): void;
  /** Keeps the login in memory until Perch quits. */
  forgetLater(): void;
  refuse(): void;
}

/** Connects an account, one attempt at a time; asks before a login is stored without a keyring. */
export function useConnect(): Connect {
  const shell = useShell();
  const [busyBy, setBusyBy] = useState<Attempt['by'] | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [unconfirmed, setUnconfirmed] = useState<Attempt | null>(null);

  const run = async (attempt: Attempt) => {
    setUnconfirmed(null);
    setFailure(null);
    setBusyBy(attempt.by);
    const result = await (attempt.by === 'browser'
      ? shell.call('workspace.connectInBrowser', attempt.input)
      : shell.call('workspace.connectToken', attempt.input));
    setBusyBy(null);
    const error = result.ok ? (result.value.error ?? null) : result.error;
    if (error?.code === 'plainTextConsentNeeded') setUnconfirmed(attempt);
    else if (!isCancelled(error)) setFailure(error);
  };
  return {
    busyBy,
    failure,
    needsConsent: unconfirmed !== null,
    start: (attempt) => void run(attempt),
    cancel: () => void shell.call('workspace.cancelConnect', {}),
    agree: () => {
      if (unconfirmed) void run(withChoice(unconfirmed, { plainTextConsent: true }));
    },
    forgetLater: () => {
      if (unconfirmed) void run(withChoice(unconfirmed, { memoryOnly: true }));
    },
    refuse: () => setUnconfirmed(null),
  };
}

interface Choice {
  readonly plainTextConsent?: boolean;
  readonly memoryOnly?: boolean;
}

function withChoice(attempt: Attempt, choice: Choice): Attempt {
  return attempt.by === 'browser'
    ? { by: 'browser', input: { ...attempt.input, ...choice } }
    : { by: 'token', input: { ...attempt.input, ...choice } };
}

/** True if the user cancelled the login; that is no error to show. */
function isCancelled(error: AppError | null): boolean {
  return error?.code === 'loginFailed' && error.reason === 'cancelled';
}
