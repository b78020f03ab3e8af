/** The message of what was thrown, whatever it is. */
export const toErrorMessage = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);
