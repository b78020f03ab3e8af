import type { z } from 'zod';
import {
  type ShellMethod,
  type ShellOutput,
  type ShellParsed,
  shellContract,
} from '#shared/contract/shell.ts';
import type { AppError } from '#shared/errors.ts';

/** One handler per method of the shell. */
export type ShellHandlers = {
  readonly [M in ShellMethod]: (input: ShellParsed<M>) => ShellOutput<M> | Promise<ShellOutput<M>>;
};

/**
 * Serves one call of a window: validates the input, runs the handler, validates the output. Invalid input is returned as
 * `error` if the output of the method has one. Otherwise, and on any bug, the call rejects.
 */
export async function serveCall(handlers: ShellHandlers, method: unknown, input: unknown): Promise<unknown> {
  if (!isShellMethod(method)) throw new Error(`Unknown method of the shell: ${String(method)}`);
  const { input: inputSchema, output } = shellContract[method];
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return output.parse({ error: toInvalidError(parsed.error) });
  const handler = handlers[method] as (input: unknown) => unknown;
  return output.parse(await handler(parsed.data));
}

function isShellMethod(method: unknown): method is ShellMethod {
  return typeof method === 'string' && Object.hasOwn(shellContract, method);
}

function toInvalidError(error: z.ZodError): AppError {
  const issue = error.issues[0];
  return { code: 'invalid', path: issue?.path.join('.') ?? '', reason: issue?.message ?? error.message };
}
