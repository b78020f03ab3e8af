import {
  type ShellBridge,
  type ShellEvent,
  type ShellEventName,
  type ShellInput,
  type ShellMethod,
  type ShellOutput,
  shellContract,
  shellEvents,
} from '#shared/contract/shell.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';

declare global {
  interface Window {
    /** Set by the preload script. */
    readonly perch?: ShellBridge;
  }
}

/** Typed calls to the shell. */
export interface ShellClient {
  /** Never rejects; anything that violates the contract, in either direction, is an error with the code `bug`. */
  call<M extends ShellMethod>(method: M, input: ShellInput<M>): Promise<Result<ShellOutput<M>, AppError>>;
  /** Calls `listener` for each event until the returned function is called. */
  onEvent(listener: (event: ShellEvent) => void): () => void;
}

/** Creates a client on top of the preload script's bridge. */
export function createShellClient(bridge: ShellBridge): ShellClient {
  return {
    call: async <M extends ShellMethod>(method: M, input: ShellInput<M>) => {
      const { input: inputSchema, output: outputSchema } = shellContract[method];
      const sent = inputSchema.safeParse(input);
      if (!sent.success) return err(bug(method, sent.error.message));
      try {
        const received = outputSchema.safeParse(await bridge.call(method, sent.data));
        return received.success
          ? ok(received.data as ShellOutput<M>)
          : err(bug(method, received.error.message));
      } catch (cause) {
        return err(bug(method, cause instanceof Error ? cause.message : String(cause)));
      }
    },
    onEvent: (listener) =>
      bridge.onEvent((message) => {
        const event = toShellEvent(message);
        if (event) listener(event);
      }),
  };
}

function bug(method: string, reason: string): AppError {
  return { code: 'bug', reference: `${method}: ${reason}` };
}

function toShellEvent(message: unknown): ShellEvent | null {
  if (typeof message !== 'object' || message === null) return null;
  const { name, params } = message as { name?: unknown; params?: unknown };
  if (!isShellEventName(name)) return null;
  const parsed = shellEvents[name].safeParse(params);
  return parsed.success ? ({ name, params: parsed.data } as ShellEvent) : null;
}

function isShellEventName(name: unknown): name is ShellEventName {
  return typeof name === 'string' && Object.hasOwn(shellEvents, name);
}
