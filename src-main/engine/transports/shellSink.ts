import { v7 } from 'uuid';
import type { FromEngine, ToEngine } from '#shared/contract/enginePort.ts';
import type { AppError } from '#shared/errors.ts';
import type { Credentials, SecretSink } from '../account/credentialKeeper.ts';

/** The shell's keeping of tokens, and what is to be done when it answers. */
export interface ShellSink {
  readonly sink: SecretSink;
  readonly onSaved: (id: string, error?: AppError) => void;
  readonly onLoaded: (answer: ToEngine & { readonly type: 'tokensLoaded' }) => void;
}

/** A sink that gives tokens to the shell and waits for its word that they are safe. */
export function createShellSink(post: (message: FromEngine) => void): ShellSink {
  const saving = new Map<string, (error?: AppError) => void>();
  const loading = new Map<string, (saved: Credentials | null) => void>();
  return {
    sink: {
      saveTokens: (tokens, clientId) =>
        new Promise((resolve, reject) => {
          const id = v7();
          saving.set(id, (error) => (error ? reject(new Error(error.code)) : resolve()));
          post({ type: 'saveTokens', id, tokens, ...(clientId === null ? {} : { clientId }) });
        }),
      loadTokens: () =>
        new Promise((resolve) => {
          const id = v7();
          loading.set(id, resolve);
          post({ type: 'loadTokens', id });
        }),
    },
    onSaved: (id, error) => {
      saving.get(id)?.(error);
      saving.delete(id);
    },
    onLoaded: ({ id, tokens, clientId }) => {
      loading.get(id)?.(tokens && { tokens, clientId: clientId ?? null });
      loading.delete(id);
    },
  };
}
