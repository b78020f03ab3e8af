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
  /** The path of a file that somebody has dropped on the page; empty for any other. */
  pathOf(file: File): string;
  /** Where the last click on a notification of this workspace leads; returned once, also if it came before the workspace. */
  takeChoice(workspaceId: string): Choice | null;
}

/** A click on a notification. */
export type Choice = Extract<ShellEvent, { readonly name: 'conversation.chosen' | 'screen.chosen' }>;

/** Creates a client on top of the preload script's bridge. */
export function createShellClient(bridge: ShellBridge): ShellClient {
  let choice: Choice | null = null;
  const onEvent: ShellClient['onEvent'] = (listener) =>
    bridge.onEvent((message) => {
      const event = toShellEvent(message);
      if (event) listener(event);
    });
  // From the beginning: the shell sends it as soon as the page has loaded.
  onEvent((event) => {
    if (event.name === 'conversation.chosen' || event.name === 'screen.chosen') choice = event;
  });
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
    onEvent,
    pathOf: (file) => bridge.pathOf(file),
    takeChoice: (workspaceId) => {
      if (choice?.params.workspaceId !== workspaceId) return null;
      const taken = choice;
      choice = null;
      return taken;
    },
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
