import type { EngineOutput } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';

/** What a round brought. */
export type Round = Result<EngineOutput<'capture.pollNow'> & { readonly closedGaps: number }, AppError>;
