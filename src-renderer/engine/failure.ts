import type { AppError } from '#shared/errors.ts';

/** An expected failure on its way through the query cache, which knows failures only as thrown. */
export class EngineFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: EngineFailure;
  }
}
