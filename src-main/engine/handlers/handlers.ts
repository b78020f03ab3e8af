import type { EngineMethod, EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';

/** What one method may answer: at once or later, never by throwing for an expected failure. */
export type Answer<M extends EngineMethod> =
  | Result<EngineOutput<M>, AppError>
  | Promise<Result<EngineOutput<M>, AppError>>;

/** Carries out one method of the contract; the input was checked before. */
export type Handler<M extends EngineMethod> = (ctx: EngineContext, input: EngineParsed<M>) => Answer<M>;

/** One handler for each method of the contract. */
export type Handlers = { readonly [M in EngineMethod]: Handler<M> };
